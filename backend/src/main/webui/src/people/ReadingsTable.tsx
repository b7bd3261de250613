import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Title } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Integration } from '../api/types';
import { useMay } from '../app/Caller';
import { useConnectors, useKey, useRead } from '../app/queries';
import { useAddress, useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';

/** Where people are read from, and what is left out there. */
export function ReadingsTable() {
  const { connectors } = useConnectors();
  const { data } = useRead('/api/integrations');
  const telling = (data ?? []).filter(
    ({ type }) => connectors.find((it) => it.id === type)?.configSchema['x-people'] === true,
  );
  if (telling.length === 0) return null;
  return (
    <section>
      <Title headingLevel="h2" size="lg" id="readings" className="pc-above">
        Where they are read from
      </Title>
      <div className="pc-table-holder" tabIndex={0} role="region" aria-labelledby="readings">
        <table className="pc-table pc-listing">
          <thead>
            <tr>
              <th scope="col">Integration</th>
              <th scope="col">Members</th>
              <th scope="col">Last read</th>
              <th scope="col">What is left out</th>
              <th scope="col">
                <span className="pc-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {telling.map((it) => (
              <Row key={it.id} integration={it} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ integration }: { integration: Integration }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const address = useAddress();
  const { say, fail } = useToasts();
  const mayConfigure = useMay('configure');
  const path = { id: integration.id };
  const { data: reading } = useRead('/api/integrations/{id}/people', { path, refetch: 10_000 });
  const ask = useMutation({
    mutationFn: () => client.POST('/api/integrations/{id}/people', { params: { path } }),
    onSuccess: () => say(`The people of “${integration.name}” are being read`),
    onError: (failure) => fail('They are not read', failure),
    onSettled: () => queries.invalidateQueries({ queryKey: key(`/api/integrations/${integration.id}/people`) }),
  });
  return (
    <tr>
      <td className="pc-wrap">
        <Link to={address(`/integrations/${integration.id}`)}>
          <ForeignText text={integration.name} />
        </Link>
      </td>
      <td>{reading?.members ?? '–'}</td>
      <td>{reading?.readAt == null ? 'never yet' : <Time at={reading.readAt} show="relative" />}</td>
      <td className="pc-wrap">
        {reading?.error != null && (
          <p>
            <StatusLabel status="error" /> <ForeignText text={reading.error} />
          </p>
        )}
        {reading?.warnings.map((warning) => (
          <p key={warning}>
            <ForeignText text={warning} />
          </p>
        ))}
      </td>
      <td>
        {mayConfigure && (
          <Button
            variant="link"
            isInline
            isDisabled={ask.isPending || !integration.enabled}
            aria-label={visible(`Read the people of ${integration.name} now`)}
            onClick={() => ask.mutate()}
          >
            Read now
          </Button>
        )}
      </td>
    </tr>
  );
}
