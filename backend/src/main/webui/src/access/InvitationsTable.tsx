import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Label } from '@patternfly/react-core';
import type { Invitation } from '../api/types';
import { useCaller } from '../app/Caller';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Listing, type Column } from '../common/Listing';
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
  const columns: Column<Invitation>[] = [
    { title: 'Invited', wraps: true, cell: (one) => <ForeignText text={one.email} /> },
    {
      title: 'Role',
      cell: (one) => (
        <Label isCompact variant="outline">
          {one.role}
        </Label>
      ),
    },
    { title: 'By', wraps: true, cell: (one) => <ForeignText text={one.createdBy} /> },
    { title: 'Valid until', cell: (one) => <Time at={one.expiresAt} /> },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (one) =>
        manages(me.role, one.role) && (
          <Button
            variant="link"
            isInline
            isDanger
            aria-label={visible(`Revoke the invitation of ${one.email}`)}
            onClick={() => revocation.mutate(one.id)}
          >
            Revoke
          </Button>
        ),
    },
  ];
  return <Listing label="Invitations" nothing="Nobody is invited." rows={data} error={null} columns={columns} />;
}
