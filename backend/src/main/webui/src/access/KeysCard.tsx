import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import type { ApiKey } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ConfirmDialog } from '../common/ConfirmDialog';
import { ForeignText } from '../common/ForeignText';
import { Listing, type Column } from '../common/Listing';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { KeyDialog } from './KeyDialog';

const KEYS = '/api/keys';

export function KeysCard() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const { data, error } = useRead(KEYS);
  const [making, setMaking] = useState<ApiKey | 'new' | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: key(KEYS) });
  const revocation = useMutation({
    mutationFn: (one: ApiKey) => client.DELETE('/api/keys/{id}', { params: { path: { id: one.id } } }),
    onSuccess: async (_, one) => {
      await refresh();
      say(`The key “${one.name}” is revoked`);
    },
    onError: (failure) => fail('The key was not revoked', failure),
    onSettled: () => setRevoking(null),
  });
  const columns: Column<ApiKey>[] = [
    { title: 'Name', wraps: true, cell: (one) => <ForeignText text={one.name} /> },
    {
      title: 'Role',
      cell: (one) => (
        <Label isCompact variant="outline">
          {one.role}
        </Label>
      ),
    },
    { title: 'Ends with', cell: (one) => <span className="pc-key">…{one.lastFour}</span> },
    {
      title: 'Made',
      wraps: true,
      cell: (one) => (
        <>
          <Time at={one.createdAt} show="relative" />{' '}
          <span className="pc-quiet">
            by <ForeignText text={one.createdBy} />
          </span>
        </>
      ),
    },
    {
      title: 'Last used',
      cell: (one) => (one.lastUsedAt === null ? 'never yet' : <Time at={one.lastUsedAt} show="relative" />),
    },
    {
      title: 'Valid until',
      cell: (one) => (one.expiresAt === null ? 'it is revoked' : <Time at={one.expiresAt} />),
    },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (one) => (
        <span className="pc-row">
          <Button variant="link" isInline onClick={() => setMaking(one)} aria-label={visible(`Rotate ${one.name}`)}>
            Rotate
          </Button>
          <Button
            variant="link"
            isInline
            isDanger
            onClick={() => setRevoking(one)}
            aria-label={visible(`Revoke ${one.name}`)}
          >
            Revoke
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2" className="pc-row">
        <span className="pc-grow">API keys</span>
        <Button size="sm" icon={<PlusCircleIcon />} onClick={() => setMaking('new')}>
          Make a key
        </Button>
      </CardTitle>
      <CardBody>
        <Listing label="API keys" nothing="No keys." rows={data} error={error} columns={columns} />
      </CardBody>
      {making !== null && (
        <KeyDialog replaced={making === 'new' ? undefined : making} onMade={refresh} onClose={() => setMaking(null)} />
      )}
      {revoking !== null && (
        <ConfirmDialog
          title={visible(`Revoke the key “${revoking.name}”?`)}
          act="Revoke"
          isPending={revocation.isPending}
          onAct={() => revocation.mutate(revoking)}
          onClose={() => setRevoking(null)}
        >
          Whoever uses it is refused within seconds, and signed out of this page. It cannot be brought back.
        </ConfirmDialog>
      )}
    </Card>
  );
}
