import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
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
  return (
    <Card isCompact className="pc-above">
      <CardTitle component="h2">Your sessions</CardTitle>
      <CardBody>
        {data === undefined && error !== null && <p role="alert">{sentence(error)}</p>}
        {data !== undefined && (
          <div className="pc-table-holder" tabIndex={0} role="region" aria-label="Your sessions">
            <table className="pc-table">
              <thead>
                <tr>
                  <th scope="col">Browser</th>
                  <th scope="col">From</th>
                  <th scope="col">Signed in</th>
                  <th scope="col">Last used</th>
                  <th scope="col">
                    <span className="pc-hidden">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((one) => (
                  <tr key={one.id}>
                    <td className="pc-wrap">
                      <ForeignText text={browserName(one.userAgent)} />
                    </td>
                    <td>
                      <ForeignText text={one.address ?? '–'} />
                    </td>
                    <td>
                      <Time at={one.createdAt} />
                    </td>
                    <td>
                      <Time at={one.lastUsedAt} show="relative" />
                    </td>
                    <td>
                      {one.current ? (
                        <Label isCompact color="blue">
                          this one
                        </Label>
                      ) : (
                        <Button
                          variant="link"
                          isInline
                          isDanger
                          isDisabled={end.isPending}
                          onClick={() => end.mutate(one.id)}
                        >
                          Sign out
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
