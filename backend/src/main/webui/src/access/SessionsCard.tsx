import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import type { OwnSession } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Listing, type Column } from '../common/Listing';
import { Time } from '../common/Time';
import { browserName } from './people';

const SESSIONS = '/api/sessions';

/** Where one is signed in. */
export function SessionsCard() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const { data, error } = useRead(SESSIONS);
  const end = useMutation({
    mutationFn: (id: string) => client.DELETE('/api/sessions/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key(SESSIONS) });
      say('That browser is signed out');
    },
    onError: (failure) => fail('That browser is still signed in', failure),
  });
  const columns: Column<OwnSession>[] = [
    { title: 'Browser', wraps: true, cell: (one) => <ForeignText text={browserName(one.userAgent)} /> },
    { title: 'From', cell: (one) => <ForeignText text={one.address ?? '–'} /> },
    { title: 'Signed in', cell: (one) => <Time at={one.createdAt} /> },
    { title: 'Last used', cell: (one) => <Time at={one.lastUsedAt} show="relative" /> },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (one) =>
        one.current ? (
          <Label isCompact color="blue">
            this one
          </Label>
        ) : (
          <Button variant="link" isInline isDanger isDisabled={end.isPending} onClick={() => end.mutate(one.id)}>
            Sign out
          </Button>
        ),
    },
  ];
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2">Your sessions</CardTitle>
      <CardBody>
        <Listing
          label="Your sessions"
          nothing="None: a key has no sessions."
          rows={data}
          error={error}
          columns={columns}
        />
      </CardBody>
    </Card>
  );
}
