-- What providers last said of tokens' quota. A token only as its SHA-256 hash.
create table rate_limit (
    tenant_id text not null,
    integration_id uuid not null,
    resource_type text not null,
    token_hash text not null,
    quota int not null,
    remaining int not null,
    used int not null,
    reset_at timestamptz not null,
    forecast jsonb,
    checked_at timestamptz not null,
    primary key (tenant_id, integration_id, resource_type),
    foreign key (tenant_id, integration_id) references integration
);

create table rate_limit_history (
    tenant_id text not null,
    id uuid not null,
    integration_id uuid not null,
    resource_type text not null,
    token_hash text not null,
    quota int not null,
    remaining int not null,
    used int not null,
    reset_at timestamptz not null,
    checked_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, integration_id) references integration
);

create index rate_limit_history_of on rate_limit_history (tenant_id, integration_id, resource_type, checked_at);
create index rate_limit_history_checked on rate_limit_history (checked_at);

comment on table rate_limit is 'transient: a backup saves none of its rows';
comment on table rate_limit_history is 'transient: a backup saves none of its rows';
