import type { EventView } from '../src/api/types';

export function event(changes: Partial<EventView> & { id: string }): EventView {
  return {
    tenantId: null,
    integrationId: null,
    integrationName: null,
    title: `Event ${changes.id}`,
    connector: 'deploy-script',
    project: 'acme/payments',
    type: 'change',
    timestamp: '2026-01-31T14:00:00Z',
    endTimestamp: null,
    asOf: '2026-01-31T14:00:00Z',
    externalId: changes.id,
    description: null,
    author: null,
    url: null,
    status: null,
    tags: [],
    entity: null,
    correlationKeys: [],
    data: {},
    revision: 1,
    receivedAt: '2026-01-31T14:00:01Z',
    updatedAt: '2026-01-31T14:00:01Z',
    ...changes,
  };
}
