-- Integrations and what belongs to them. Every key begins with tenant_id, never null ('~' is the self-hosted tenant),
-- so that the schema distributes by tenant; only what all tenants share (connector types) has none.

-- A deleted integration stays as a tombstone with its name: events go on showing it.
create table integration (
    tenant_id text not null,
    id uuid not null,
    type text not null,
    name text not null,
    -- Secrets are masked in here; what they are stands encrypted in secrets, by JSON Pointer.
    config jsonb not null,
    secrets bytea,
    -- Where secrets are or ever were ('*' is any array index): what was stored as a secret stays one.
    secret_paths text[] not null default '{}',
    tags text[] not null default '{}',
    enabled boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    enabled_at timestamptz not null,
    deleted_at timestamptz,
    -- Its events go too, bit by bit, until none is left.
    events_doomed boolean not null default false,
    primary key (tenant_id, id)
);

-- A connector's call names the integration, not its tenant.
create index integration_id on integration (id);
-- A connector asks for all integrations of its type.
create index integration_type on integration (type, id) where deleted_at is null;

create index integration_doomed on integration (tenant_id, id) where events_doomed;
-- What another key than the present one encrypted: a ciphertext's first five bytes name its key.
create index integration_secrets_key on integration (tenant_id, substring(secrets from 1 for 5)) where secrets is not null;

-- What a connector last told of an integration; apart from the configuration, so that neither waits for the other.
create table integration_sync (
    tenant_id text not null,
    integration_id uuid not null,
    status text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    last_sync timestamptz,
    last_error text,
    rate_limit jsonb not null default '{}',
    reported_at timestamptz not null,
    primary key (tenant_id, integration_id),
    foreign key (tenant_id, integration_id) references integration
);

create table integration_repository (
    tenant_id text not null,
    integration_id uuid not null,
    name text not null,
    status text not null,
    last_sync timestamptz,
    last_error text,
    primary key (tenant_id, integration_id, name),
    foreign key (tenant_id, integration_id) references integration
);

create table checkpoint (
    tenant_id text not null,
    integration_id uuid not null,
    key text not null,
    version bigint not null,
    value jsonb not null,
    updated_at timestamptz not null,
    primary key (tenant_id, integration_id, key),
    foreign key (tenant_id, integration_id) references integration
);

-- Drafts and providers' records that are no events yet. Raw text, not jsonb: what was refused may hold what jsonb refuses too.
create table rejected_draft (
    tenant_id text not null,
    id uuid not null,
    integration_id uuid,
    digest bytea not null,
    raw text not null,
    errors text not null,
    received_at timestamptz not null,
    primary key (tenant_id, id),
    constraint rejected_draft_once unique nulls not distinct (tenant_id, integration_id, digest)
);

create index rejected_draft_newest on rejected_draft (tenant_id, integration_id, id);

create table connector_type (
    id text primary key,
    -- json, not jsonb: the order of a form's fields is the connector's.
    metadata json not null,
    registered_at timestamptz not null,
    updated_at timestamptz not null
);

create table connector_worker (
    type text not null,
    worker text not null,
    first_contact timestamptz not null,
    last_contact timestamptz not null,
    primary key (type, worker)
);
