-- What connectors are asked for. Rows are short-lived: results are kept a day.
create table task (
    tenant_id text not null,
    id uuid not null,
    type text not null,
    kind text not null,
    integration_id uuid,
    state text not null,
    -- Encrypted, since it may hold secrets; erased with the result.
    input bytea,
    -- What of the input may be shown.
    about jsonb not null default '{}',
    attempt int not null default 0,
    worker text,
    leased_at timestamptz,
    lease_until timestamptz,
    -- Where nobody came for it by then, whoever asked waits no more.
    expires_at timestamptz,
    done bigint,
    total bigint,
    note text,
    counts jsonb,
    repositories jsonb,
    -- Where the next attempt goes on, in the connector's own words.
    resume jsonb,
    output jsonb,
    error text,
    status int,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (tenant_id, id)
);

comment on table task is 'transient: a backup saves none of its rows';

-- A connector's call names the task, not its tenant.
create index task_id on task (id);
-- The oldest of each tenant, for the round-robin.
create index task_queued on task (type, tenant_id, id) where state = 'queued';
create index task_turn on task (type, tenant_id, leased_at) where leased_at is not null;
create index task_leased on task (lease_until) where state = 'leased';
create index task_expiring on task (expires_at) where state = 'queued' and expires_at is not null;
create index task_finished on task (finished_at) where finished_at is not null;
create index task_of_integration on task (tenant_id, integration_id, kind, id);
-- One at a time of what would only be done twice.
create unique index task_once on task (tenant_id, integration_id, kind)
    where kind in ('sync', 'backfill') and state in ('queued', 'leased');
