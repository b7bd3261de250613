import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type EventView = Schemas['EventView'];
export type TimelinePage = Schemas['TimelineView'];
export type TimelineQuery = NonNullable<paths['/api/timeline']['get']['parameters']['query']>;
export type EventTypeMetadata = Schemas['EventType'];
export type FieldMetadata = Schemas['Field'];

export type ConnectorMetadata = Omit<Schemas['ConnectorMetadata'], 'configSchema' | 'uiSchema'> & {
  configSchema: JsonSchema;
  uiSchema?: UiSchema | null;
};

/** As much of JSON Schema 2020-12 as a form is made from; the backend validates with all of it. */
export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  if?: JsonSchema;
  then?: JsonSchema;
  else?: JsonSchema;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  writeOnly?: boolean;
  format?: string;
  'x-secret-target'?: boolean;
  'x-discover'?: boolean;
  'x-people'?: boolean;
  not?: JsonSchema;
}

export interface UiField {
  widget?: string;
  placeholder?: string;
  help?: string;
  /** A checkbox of this name reveals the field. */
  toggle?: string;
}

export interface UiSchema {
  order?: string[];
  fields?: Record<string, UiField>;
}

export type ConnectWay = Schemas['ConnectWay'];
export type ConnectInput = Schemas['Input'];
export type ConnectFlow = Schemas['ConnectFlowView'];

export type IntegrationStatus = Schemas['IntegrationStatus'];
export type RateLimit = Schemas['RateLimit'];
export type RepositoryStatus = Schemas['RepositoryStatus'];
export type Integration = Schemas['IntegrationView'];
export type Worker = Schemas['Worker'];
export type ConnectorView = Schemas['ConnectorView'];
export type ProjectEntry = Schemas['ProjectEntry'];
export type TagEntry = Schemas['TagEntry'];
export type Bin = Schemas['Bin'];
export type Histogram = Schemas['HistogramView'];
export type RelatedReason = Schemas['Reason'];
export type RelatedEvent = Schemas['RelatedEvent'];
export type Team = Schemas['TeamView'];
export type SavedView = Schemas['SavedView'];

/** Connector → event type → field → shown; only what differs from the metadata's default. */
export type FieldVisibility = Record<string, Record<string, Record<string, boolean>>>;

export type ApiKey = Schemas['ApiKey'];
export type AuditEntry = Schemas['AuditEntry'];
export type Me = Schemas['Me'];
export type Invitation = Schemas['Invitation'];
export type Member = Schemas['Member'];
export type OwnSession = Schemas['Session'];
export type Right = 'read' | 'write' | 'configure' | 'keys' | 'members' | 'audit' | 'connect';
export type Retention = Schemas['RetentionView'];
export type SystemView = Schemas['SystemView'];
export type ConnectionTest = Schemas['ConnectionTest'];
export type TrackedRepository = Schemas['TrackedRepository'];
export type Person = Schemas['Person'];
export type EventPerson = Schemas['EventPerson'];
export type UnknownAuthor = Schemas['UnknownAuthor'];
export type DiscoveredRepository = Schemas['DiscoveredRepository'];
export type SyncStatus = Schemas['IntegrationSyncStatus'];
export type Backfill = Schemas['BackfillJob'];
export type SyncProgress = Schemas['SyncJob'];
export type Verdict = Schemas['Verdict'];
export type Coverage = Schemas['CoverageView'];
export type TaskView = Schemas['TaskView'];
export type WebhookConfig = Schemas['WebhookConfigView'];
export type Delivery = Schemas['WebhookEventView'];
export type Subscription = Schemas['Subscription'];
export type DeliveryMetrics = Schemas['DeliveryMetrics'];
export type DeliveryFigures = Schemas['DeliveryFigures'];
export type DeliveryExcluded = Schemas['DeliveryExcluded'];
export type OutgoingMessage = Schemas['OutgoingMessage'];

export interface Health {
  status: 'UP' | 'DOWN';
  checks: { name: string; status: 'UP' | 'DOWN'; data?: Record<string, unknown> }[];
}
