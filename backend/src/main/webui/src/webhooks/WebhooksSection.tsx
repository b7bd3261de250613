import { Title } from '@patternfly/react-core';
import type { ConnectorMetadata, Integration } from '../api/types';
import { Deliveries } from './Deliveries';
import { Hooks } from './Hooks';

interface WebhooksSectionProps {
  connector: ConnectorMetadata;
  integration: Integration;
}

/** What the provider sends by itself, where its connector can take it. */
export function WebhooksSection({ connector, integration }: WebhooksSectionProps) {
  if (connector.intake == null) return null;
  return (
    <section aria-labelledby="webhooks">
      <Title headingLevel="h2" size="lg" id="webhooks" className="pc-above">
        Webhooks
      </Title>
      <Hooks integration={integration} />
      <Deliveries integration={integration} />
    </section>
  );
}
