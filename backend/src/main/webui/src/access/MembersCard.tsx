import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle, FormSelect, FormSelectOption, Label } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import type { Member } from '../api/types';
import { useCaller } from '../app/Caller';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ConfirmDialog } from '../common/ConfirmDialog';
import { ForeignText } from '../common/ForeignText';
import { Listing, type Column } from '../common/Listing';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { InvitationsTable } from './InvitationsTable';
import { InviteDialog } from './InviteDialog';
import { rolesToGive } from './keys';
import { manages } from './people';

const MEMBERS = '/api/members';

/** Who belongs to the tenant, and who is invited. */
export function MembersCard() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const { data, error } = useRead(MEMBERS);
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: key(MEMBERS) });
  const change = useMutation({
    mutationFn: ({ id, ...body }: { id: string; role?: string; suspended?: boolean }) =>
      client.PATCH('/api/members/{id}', { params: { path: { id } }, body }),
    onError: (failure) => fail('The member was not changed', failure),
    onSettled: refresh,
  });
  const signOut = useMutation({
    mutationFn: (one: Member) => client.DELETE('/api/members/{id}/sessions', { params: { path: { id: one.id } } }),
    onSuccess: (_, one) => say(`${one.name} is signed out everywhere`),
    onError: (failure) => fail('The member is still signed in', failure),
  });
  const removal = useMutation({
    mutationFn: (one: Member) => client.DELETE('/api/members/{id}', { params: { path: { id: one.id } } }),
    onSuccess: async (_, one) => {
      await refresh();
      say(`${one.name} is no member any more`);
    },
    onError: (failure) => fail('The member was not removed', failure),
    onSettled: () => setRemoving(null),
  });
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2" className="pc-row">
        <span className="pc-grow">Members</span>
        <Button size="sm" icon={<PlusCircleIcon />} onClick={() => setInviting(true)}>
          Invite
        </Button>
      </CardTitle>
      <CardBody>
        <MembersTable
          members={data}
          error={error}
          onChange={(id, part) => change.mutate({ id, ...part })}
          onSignOut={(one) => signOut.mutate(one)}
          onRemove={setRemoving}
        />
        <InvitationsTable />
      </CardBody>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {removing !== null && (
        <ConfirmDialog
          title={visible(`Remove ${removing.name}?`)}
          act="Remove"
          isPending={removal.isPending}
          onAct={() => removal.mutate(removing)}
          onClose={() => setRemoving(null)}
        >
          They are refused within seconds, and so are the keys that they made here. What they did stays in the audit
          log.
        </ConfirmDialog>
      )}
    </Card>
  );
}

interface MembersTableProps {
  members: Member[] | undefined;
  error: Error | null;
  onChange: (id: string, part: { role?: string; suspended?: boolean }) => void;
  onSignOut: (member: Member) => void;
  onRemove: (member: Member) => void;
}

function MembersTable({ members, error, onChange, onSignOut, onRemove }: MembersTableProps) {
  const me = useCaller();
  const columns: Column<Member>[] = [
    {
      title: 'Name',
      wraps: true,
      cell: (one) => (
        <>
          <ForeignText text={one.name} />{' '}
          {one.id === me.user?.id && (
            <Label isCompact color="blue">
              you
            </Label>
          )}{' '}
          {one.suspendedAt !== null && (
            <Label isCompact color="orange">
              suspended
            </Label>
          )}
          <div className="pc-quiet">{visible(one.email ?? '')}</div>
        </>
      ),
    },
    {
      title: 'Role',
      cell: (one) =>
        manages(me.role, one.role) ? (
          <FormSelect
            aria-label={visible(`Role of ${one.name}`)}
            className="pc-short"
            value={one.role}
            onChange={(_, role) => onChange(one.id, { role })}
          >
            {rolesToGive(me.role).map(([value]) => (
              <FormSelectOption key={value} value={value} label={value} />
            ))}
          </FormSelect>
        ) : (
          <Label isCompact variant="outline">
            {one.role}
          </Label>
        ),
    },
    { title: 'Since', cell: (one) => <Time at={one.createdAt} show="relative" /> },
    { title: 'Signed in', cell: (one) => <Time at={one.signedInAt} show="relative" /> },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (one) =>
        manages(me.role, one.role) && (
          <span className="pc-row">
            <Button
              variant="link"
              isInline
              aria-label={visible(`${one.suspendedAt === null ? 'Suspend' : 'Let in'} ${one.name}`)}
              onClick={() => onChange(one.id, { suspended: one.suspendedAt === null })}
            >
              {one.suspendedAt === null ? 'Suspend' : 'Let in'}
            </Button>
            <Button variant="link" isInline aria-label={visible(`Sign ${one.name} out`)} onClick={() => onSignOut(one)}>
              Sign out
            </Button>
            <Button
              variant="link"
              isInline
              isDanger
              aria-label={visible(`Remove ${one.name}`)}
              onClick={() => onRemove(one)}
            >
              Remove
            </Button>
          </span>
        ),
    },
  ];
  return (
    <Listing label="Members" nothing="Nobody yet: only keys get in." rows={members} error={error} columns={columns} />
  );
}
