import type { components } from './schema';

type Schemas = components['schemas'];

/** The document calls nothing required in an answer; in truth every field is there, null where it has no value. */
type Answered<T, Certain extends keyof T> = { [K in Certain]-?: NonNullable<T[K]> } & {
  [K in Exclude<keyof T, Certain>]-?: Exclude<T[K], undefined> | null;
};

export type EventView = Answered<
  Schemas['EventView'],
  'id' | 'title' | 'connector' | 'project' | 'type' | 'timestamp' | 'revision' | 'receivedAt' | 'updatedAt'
>;

export interface TimelinePage {
  events: EventView[];
  total: number;
  totalExact: boolean;
  nextCursor: string | null;
}

export interface EventTypeMetadata {
  displayName: string;
  fields: Record<string, FieldMetadata> | null;
}
export interface FieldMetadata {
  fieldLabel: string;
  defaultVisibility: boolean | null;
}

export interface ConnectorMetadata {
  id: string;
  displayName: string;
  color: string | null;
  logo: string | null;
  description: string | null;
  configSchema: JsonSchema;
  uiSchema: UiSchema | null;
  eventTypes: Record<string, EventTypeMetadata> | null;
}

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

export type IntegrationStatus = Schemas['IntegrationStatus'];
export interface RateLimit {
  limit: number;
  remaining: number;
  used: number | null;
  resetAt: string | null;
}

export type RepositoryStatus = Answered<Schemas['RepositoryStatus'], 'name' | 'status'>;

export type Integration = Omit<
  Answered<
    Schemas['IntegrationView'],
    | 'id'
    | 'type'
    | 'name'
    | 'config'
    | 'tags'
    | 'enabled'
    | 'version'
    | 'createdAt'
    | 'updatedAt'
    | 'status'
    | 'stale'
    | 'syncing'
    | 'rejectedEvents'
    | 'warnings'
  >,
  'repositories' | 'rateLimit'
> & { repositories: RepositoryStatus[]; rateLimit: Record<string, RateLimit> | null };

export type Worker = Answered<Schemas['Worker'], 'worker' | 'live' | 'firstContact' | 'lastContact'>;

export type ConnectorView = Omit<Answered<Schemas['ConnectorView'], 'id' | 'displayName' | 'live'>, 'workers'> & {
  workers: Worker[];
};

export type ProjectEntry = Answered<Schemas['ProjectEntry'], 'connector' | 'project' | 'lastEvent'>;

export type TagEntry = Answered<Schemas['TagEntry'], 'tag' | 'lastEvent'>;

export type Bin = Answered<Schemas['Bin'], 'start' | 'total' | 'counts'>;

export type Histogram = Omit<Answered<Schemas['HistogramView'], 'from' | 'to' | 'widthSeconds' | 'by'>, 'bins'> & {
  bins: Bin[];
};

export type RelatedReason = NonNullable<Schemas['RelatedEvent']['reason']>;

export type RelatedEvent = Omit<Answered<Schemas['RelatedEvent'], 'reason' | 'keys'>, 'event'> & {
  event: Omit<EventView, 'data'> & Partial<Pick<EventView, 'data'>>;
};

export type Team = Answered<Schemas['TeamView'], 'id' | 'name' | 'tags' | 'version' | 'createdAt' | 'updatedAt'>;

export type SavedView = Answered<Schemas['SavedView'], 'id' | 'name' | 'query' | 'version' | 'createdAt' | 'updatedAt'>;

/** Connector → event type → field → shown; only what differs from the metadata's default. */
export type FieldVisibility = Record<string, Record<string, Record<string, boolean>>>;

export type Retention = Answered<Schemas['RetentionView'], 'defaultMonths'>;

export type SystemView = Omit<
  Answered<Schemas['SystemView'], 'version' | 'java' | 'startedAt'>,
  'database' | 'events' | 'retention'
> & {
  database: { status: string; version: string | null; embedded: boolean };
  events: { total: number; totalExact: boolean };
  retention: { months: number };
};

/** One of a list in an answer. */
type One<T> = NonNullable<T> extends (infer Item)[] ? Item : never;

type TestedRepository = One<Schemas['ConnectionTest']['repositories']>;

export type ConnectionTest = Omit<
  Answered<Schemas['ConnectionTest'], 'ok' | 'message'>,
  'rateLimit' | 'repositories'
> & {
  rateLimit: Record<string, RateLimit> | null;
  repositories:
    | (Omit<Answered<TestedRepository, 'name'>, 'sources'> & {
        sources: Answered<One<TestedRepository['sources']>, 'source' | 'ok'>[];
      })[]
    | null;
};

export type DiscoveredRepository = Answered<Schemas['DiscoveredRepository'], 'name'>;

export type SyncProgress = Omit<Answered<Schemas['SyncJob'], 'state'>, 'repositories'> & {
  repositories: Answered<One<Schemas['SyncJob']['repositories']>, 'name' | 'state'>[] | null;
};

export type Verdict = Schemas['Verdict'];

export type Coverage = Omit<
  Answered<Schemas['CoverageView'], 'from' | 'to' | 'verdict' | 'sentence'>,
  'repositories'
> & {
  repositories: Answered<
    One<Schemas['CoverageView']['repositories']>,
    'integrationId' | 'name' | 'verdict' | 'sentence'
  >[];
};

export type TaskView = Answered<Schemas['TaskView'], 'id' | 'type' | 'kind' | 'state' | 'attempt' | 'createdAt'>;

export interface Health {
  status: 'UP' | 'DOWN';
  checks: { name: string; status: 'UP' | 'DOWN'; data?: Record<string, unknown> }[];
}
