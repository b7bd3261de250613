import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Label } from '@patternfly/react-core';
import { useCaller } from '../app/Caller';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';
import { manages } from './people';

export const INVITATIONS = '/api/invitations';

/** Nothing where nobody is invited. */
export function InvitationsTable() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { fail } = useToasts();
  const me = useCaller();
  const { data } = useRead(INVITATIONS);
  const revocation = useMutation({
    mutationFn: (id: string) => client.DELETE('/api/invitations/{id}', { params: { path: { id } } }),
    onError: (failure) => fail('The invitation was not revoked', failure),
    onSettled: () => queries.invalidateQueries({ queryKey: key(INVITATIONS) }),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <div className="pc-table-holder pc-above" tabIndex={0} role="region" aria-label="Invitations">
      <table className="pc-table">
        <thead>
          <tr>
            <th scope="col">Invited</th>
            <th scope="col">Role</th>
            <th scope="col">By</th>
            <th scope="col">Valid until</th>
            <th scope="col">
              <span className="pc-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <tr key={one.id}>
              <td className="pc-wrap">
                <ForeignText text={one.email} />
              </td>
              <td>
                <Label isCompact variant="outline">
                  {one.role}
                </Label>
              </td>
              <td className="pc-wrap">
                <ForeignText text={one.createdBy} />
              </td>
              <td>
                <Time at={one.expiresAt} />
              </td>
              <td>
                {manages(me.role, one.role) && (
                  <Button
                    variant="link"
                    isInline
                    isDanger
                    aria-label={visible(`Revoke the invitation of ${one.email}`)}
                    onClick={() => revocation.mutate(one.id)}
                  >
                    Revoke
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
