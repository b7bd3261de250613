import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { sentence } from '../api/problem';
import type { ApiKey } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ConfirmDialog } from '../common/ConfirmDialog';
import { ForeignText } from '../common/ForeignText';
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
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2" className="pc-row">
        <span className="pc-grow">API keys</span>
        <Button size="sm" icon={<PlusCircleIcon />} onClick={() => setMaking('new')}>
          Make a key
        </Button>
      </CardTitle>
      <CardBody>
        {data === undefined && error !== null && <p role="alert">{sentence(error)}</p>}
        {data?.length === 0 && <p className="pc-quiet">No keys.</p>}
        {data !== undefined && data.length > 0 && <KeysTable keys={data} onRotate={setMaking} onRevoke={setRevoking} />}
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

interface KeysTableProps {
  keys: ApiKey[];
  onRotate: (key: ApiKey) => void;
  onRevoke: (key: ApiKey) => void;
}

function KeysTable({ keys, onRotate, onRevoke }: KeysTableProps) {
  return (
    <div className="pc-table-holder" tabIndex={0} role="region" aria-label="API keys">
      <table className="pc-table pc-full">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Ends with</th>
            <th scope="col">Made</th>
            <th scope="col">Last used</th>
            <th scope="col">Valid until</th>
            <th scope="col">
              <span className="pc-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((one) => (
            <tr key={one.id}>
              <td className="pc-wrap">
                <ForeignText text={one.name} />
              </td>
              <td>
                <Label isCompact variant="outline">
                  {one.role}
                </Label>
              </td>
              <td className="pc-key">…{one.lastFour}</td>
              <td>
                <Time at={one.createdAt} show="relative" />{' '}
                <span className="pc-quiet">
                  by <ForeignText text={one.createdBy} />
                </span>
              </td>
              <td>{one.lastUsedAt === null ? 'never yet' : <Time at={one.lastUsedAt} show="relative" />}</td>
              <td>{one.expiresAt === null ? 'revoked' : <Time at={one.expiresAt} />}</td>
              <td className="pc-row">
                <Button
                  variant="link"
                  isInline
                  onClick={() => onRotate(one)}
                  aria-label={visible(`Rotate ${one.name}`)}
                >
                  Rotate
                </Button>
                <Button
                  variant="link"
                  isInline
                  isDanger
                  onClick={() => onRevoke(one)}
                  aria-label={visible(`Revoke ${one.name}`)}
                >
                  Revoke
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
