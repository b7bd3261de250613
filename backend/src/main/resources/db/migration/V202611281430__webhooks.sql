-- Webhooks: what may come in, and what came in.

-- A hook of its own, beside the secrets that an integration's configuration has.
create table webhook_config (
    tenant_id text not null,
    id uuid not null,
    integration_id uuid not null,
    -- As the payload names it; null for all of the integration.
    repository text,
    -- The provider's id of the hook, where it is known.
    hook_id text,
    url text not null,
    -- Encrypted; the previous one is taken too, while the secret is being changed.
    secret bytea not null,
    previous_secret bytea,
    secret_mask text not null,
    -- Empty: all.
    events text[] not null default '{}',
    active boolean not null default true,
    last_delivery_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, integration_id) references integration
);

create index webhook_config_of_integration on webhook_config (tenant_id, integration_id);

-- What came, and what became of it. Not partitioned: a key within a partition would keep nothing out that comes again another
-- day. The key has the integration, as a provider sends one event under one id to everybody who asked for it.
create table delivery (
    tenant_id text not null,
    integration_id uuid not null,
    delivery_id text not null,
    id uuid not null,
    type text not null,
    config_id uuid,
    event text,
    repository text,
    received_at timestamptz not null,
    -- The partition of its body.
    received_on date not null,
    body_bytes int not null,
    stored_bytes int not null,
    state text not null,
    -- How often it was handed over.
    attempt int not null default 0,
    -- How often it failed in a task of its own.
    failures int not null default 0,
    -- The most deliveries of the task that it may be in: fewer after one that failed.
    most int not null default 200,
    task_id uuid,
    -- When it is to be handed over; null: not.
    not_before timestamptz,
    processed_at timestamptz,
    -- External ids of what it became.
    events jsonb,
    reason text,
    error text,
    primary key (tenant_id, integration_id, delivery_id)
);

create unique index delivery_id on delivery (tenant_id, id);
-- The queue: the oldest of each integration.
create index delivery_waiting on delivery (type, tenant_id, integration_id, id) where not_before is not null;
create index delivery_of_task on delivery (tenant_id, task_id) where task_id is not null;
create index delivery_of_integration on delivery (tenant_id, integration_id, id);
create index delivery_received on delivery (received_at);

-- Raw bodies with their headers, a partition a day, dropped whole. No default partition: beside one none is detached or
-- attached without a scan. Compressed by the backend, so the server does not try again.
create table delivery_body (
    tenant_id text not null,
    received_on date not null,
    id uuid not null,
    headers text not null,
    body bytea not null,
    primary key (tenant_id, received_on, id)
) partition by range (received_on);

alter table delivery_body alter column body set storage external;

comment on table delivery_body is 'transient: a backup saves none of its rows';
comment on table delivery is 'transient: a backup saves none of its rows';
