import { useState } from 'react';
import { Title } from '@patternfly/react-core';
import type { Integration } from '../api/types';
import { useConnectors, useRead } from '../app/queries';
import { PageFrame } from '../common/PageFrame';
import { Failed, Loading, Nothing } from '../common/states';
import { ConnectorCards } from './ConnectorCards';
import { DeleteDialog } from './DeleteDialog';
import { IntegrationRow } from './IntegrationRow';
import { INTEGRATIONS, useIntegrationActions } from './useIntegrationActions';

const LOOK_MS = 10_000;

export default function IntegrationsPage() {
  const { connectors, loaded } = useConnectors();
  const { data, error, refetch } = useRead(INTEGRATIONS, { query: { limit: '500' }, refetch: LOOK_MS });
  const { enable, remove } = useIntegrationActions();
  const [deleting, setDeleting] = useState<Integration | null>(null);

  return (
    <PageFrame title="Integrations" about="Where changes are collected from.">
      <ConnectorCards
        connectors={connectors.filter((it) => it.configSchema.not === undefined)}
        loaded={loaded}
        integrations={data ?? []}
      />
      <Title headingLevel="h2" size="lg" className="pc-above">
        What is connected
      </Title>
      {data === undefined && error === null && <Loading what="integrations" />}
      {data === undefined && error !== null && (
        <Failed what="The integrations" error={error} retry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <Nothing title="Nothing is connected yet">
          Choose a connector above, give it credentials and what to follow; its first events appear within a minute.
        </Nothing>
      )}
      <ul className="pc-integrations" aria-label="Integrations">
        {data?.map((integration) => (
          <IntegrationRow
            key={integration.id}
            integration={integration}
            connector={connectors.find((it) => it.id === integration.type)}
            onEnable={(enabled) => enable.mutate({ integration, enabled })}
            onDelete={() => setDeleting(integration)}
          />
        ))}
      </ul>
      {deleting !== null && (
        <DeleteDialog
          integration={deleting}
          isPending={remove.isPending}
          onClose={() => setDeleting(null)}
          onDelete={(withEvents) =>
            remove.mutate({ integration: deleting, withEvents }, { onSettled: () => setDeleting(null) })
          }
        />
      )}
    </PageFrame>
  );
}
