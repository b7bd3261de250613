import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardFooter, CardTitle, Label, LabelGroup } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { Link } from 'react-router';
import { ifMatch } from '../api/client';
import type { Team } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { May } from '../app/Caller';
import { useAddress, useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { PageFrame } from '../common/PageFrame';
import { Failed, Loading, Nothing } from '../common/states';
import { ConfirmDialog } from '../common/ConfirmDialog';
import { TagCloud } from './TagCloud';
import { TeamDialog } from './TeamDialog';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

export const TEAMS = '/api/teams';

export default function TeamsPage() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const { data, error, refetch } = useRead(TEAMS);
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  const [deleted, setDeleted] = useState<Team | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: key(TEAMS) });
  const removal = useMutation({
    mutationFn: (team: Team) =>
      client.DELETE('/api/teams/{id}', { params: { path: { id: team.id }, header: ifMatch(team.version) } }),
    onSuccess: async (_, team) => {
      await refresh();
      say(`Team “${team.name}” is deleted`);
    },
    onError: (failure) => fail('The team was not deleted', failure),
    onSettled: () => setDeleted(null),
  });
  const add = (
    <May right="configure">
      <Button icon={<PlusCircleIcon />} onClick={() => setEdited('new')}>
        Add team
      </Button>
    </May>
  );

  return (
    <PageFrame
      title="Teams"
      about="A team is a name for tags: its events are those that carry any of them."
      actions={data !== undefined && data.length > 0 ? add : undefined}
    >
      {data === undefined && error === null && <Loading what="teams" />}
      {data === undefined && error !== null && <Failed what="The teams" error={error} retry={() => void refetch()} />}
      {data?.length === 0 && (
        <Nothing title="No teams yet" actions={add}>
          Tag integrations and repositories, then say here which tags belong to whom.
        </Nothing>
      )}
      <ul className="pc-cards pc-plain" aria-label="Teams">
        {data?.map((team) => (
          <TeamCard key={team.id} team={team} onEdit={() => setEdited(team)} onDelete={() => setDeleted(team)} />
        ))}
      </ul>
      <TagCloud />
      {edited !== null && (
        <TeamDialog
          team={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(null)}
          onSaved={async (team) => {
            await refresh();
            say(`Team “${team.name}” is saved`);
            setEdited(null);
          }}
        />
      )}
      {deleted !== null && (
        <ConfirmDialog
          title={visible(`Delete team “${deleted.name}”?`)}
          act="Delete"
          isPending={removal.isPending}
          onAct={() => removal.mutate(deleted)}
          onClose={() => setDeleted(null)}
        >
          Its tags stay on events and integrations. Links and views that name the team find nothing any more.
        </ConfirmDialog>
      )}
    </PageFrame>
  );
}

function TeamCard({ team, onEdit, onDelete }: { team: Team; onEdit: () => void; onDelete: () => void }) {
  const address = useAddress();
  return (
    <li>
      <Card isCompact isFullHeight>
        <CardTitle component="h2">
          <ForeignText text={team.name} />
        </CardTitle>
        <CardBody>
          <LabelGroup numLabels={10}>
            {team.tags.map((tag) => (
              <Label key={tag} isCompact variant="outline">
                {visible(tag)}
              </Label>
            ))}
          </LabelGroup>
        </CardBody>
        <CardFooter className="pc-row">
          <Link to={address('/', { team: team.id })}>Its timeline</Link>
          <May right="configure">
            <Button variant="link" isInline onClick={onEdit} aria-label={visible(`Edit ${team.name}`)}>
              Edit
            </Button>
            <Button variant="link" isInline isDanger onClick={onDelete} aria-label={visible(`Delete ${team.name}`)}>
              Delete
            </Button>
          </May>
        </CardFooter>
      </Card>
    </li>
  );
}
