import type { components } from './schema';

type Schemas = components['schemas'];

/** The document calls nothing required in an answer; in truth every field is there, null where it has no value. */
type Answered<T, Certain extends keyof T> = { [K in Certain]-?: NonNullable<T[K]> } & {
  [K in Exclude<keyof T, Certain>]-?: Exclude<T[K], undefined> | null;
};

export type EventView = Answered<
  Schemas['EventView'],
  'id' | 'title' | 'connector' | 'project' | 'type' | 'timestamp' | 'tags' | 'correlationKeys' | 'data' | 'revision' | 'receivedAt' | 'updatedAt' | 'asOf'
>;

export interface TimelinePage {
  events: EventView[];
  total: number;
  totalExact: boolean;
  nextCursor: string | null;
}

export type EventTypeMetadata = { displayName: string; fields: Record<string, FieldMetadata> | null };
export type FieldMetadata = { fieldLabel: string; defaultVisibility: boolean | null };

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
export type RateLimit = { limit: number; remaining: number; used: number | null; resetAt: string | null };

export interface RepositoryStatus {
  name: string;
  status: IntegrationStatus;
  lastSync: string | null;
  lastError: string | null;
}

export interface Integration {
  id: string;
  tenantId: string | null;
  type: string;
  name: string;
  config: Record<string, unknown>;
  tags: string[];
  enabled: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  status: IntegrationStatus;
  stale: boolean;
  syncing: boolean;
  lastSync: string | null;
  lastError: string | null;
  rejectedEvents: number;
  repositories: RepositoryStatus[];
  rateLimit: Record<string, RateLimit> | null;
}

export interface Worker {
  worker: string;
  live: boolean;
  firstContact: string;
  lastContact: string;
}

export interface ConnectorView {
  id: string;
  displayName: string;
  live: boolean;
  lastContact: string | null;
  workers: Worker[];
}

export interface ProjectEntry {
  connector: string;
  project: string;
  lastEvent: string;
}

export interface TagEntry {
  tag: string;
  lastEvent: string;
}

export interface Bin {
  start: string;
  total: number;
  counts: Record<string, number>;
}

export interface Histogram {
  from: string;
  to: string;
  widthSeconds: number;
  by: string;
  bins: Bin[];
}

export type RelatedReason = 'entity' | 'key';

export interface RelatedEvent {
  event: Omit<EventView, 'data'> & Partial<Pick<EventView, 'data'>>;
  reason: RelatedReason;
  keys: string[];
}

export interface Team {
  id: string;
  tenantId: string | null;
  name: string;
  tags: string[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface SavedView {
  id: string;
  tenantId: string | null;
  name: string;
  query: string;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** Connector → event type → field → shown; only what differs from the metadata's default. */
export type FieldVisibility = Record<string, Record<string, Record<string, boolean>>>;

export interface Retention {
  months: number | null;
  defaultMonths: number;
  oldestEvent: string | null;
  lastRun: string | null;
  lastDeleted: number | null;
}

export interface SystemView {
  version: string;
  java: string;
  startedAt: string;
  database: { status: string; version: string | null; embedded: boolean };
  events: { total: number; totalExact: boolean };
  retention: { months: number };
}

export interface ConnectionTest {
  ok: boolean;
  message: string;
  login: string | null;
  scopes: string[] | null;
  permissions: Record<string, string> | null;
  expiresAt: string | null;
  rateLimit: Record<string, RateLimit> | null;
  repositories: { name: string; sources: { source: string; ok: boolean; missing: string | null; detail: string | null }[] }[] | null;
}

export interface DiscoveredRepository {
  name: string;
  description: string | null;
  private: boolean | null;
  archived: boolean | null;
  pushedAt: string | null;
  defaultBranch: string | null;
  tracked: boolean | null;
}

export interface SyncProgress {
  taskId: string | null;
  state: 'idle' | 'queued' | 'running' | 'done' | 'failed';
  requestedAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  percent: number | null;
  done: number | null;
  total: number | null;
  note: string | null;
  counts: Record<string, number> | null;
  repositories: { name: string; state: string; percent: number | null; error: string | null }[] | null;
  error: string | null;
}

export type Verdict = 'complete' | 'late' | 'gap' | 'unknown';

export interface Coverage {
  from: string;
  to: string;
  verdict: Verdict;
  sentence: string;
  repositories: { integrationId: string; name: string; verdict: Verdict; sentence: string }[];
}

export interface TaskView {
  id: string;
  type: string;
  kind: string;
  integrationId: string | null;
  integrationName: string | null;
  state: 'queued' | 'leased' | 'done' | 'failed' | 'dead' | 'cancelled';
  attempt: number;
  done: number | null;
  total: number | null;
  note: string | null;
  error: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface Health {
  status: 'UP' | 'DOWN';
  checks: { name: string; status: 'UP' | 'DOWN'; data?: Record<string, unknown> }[];
}
