-- What the people of a tenant arrange for themselves.

create table team (
    tenant_id text not null,
    id uuid not null,
    name text not null,
    -- A team's events carry any of these.
    tags text[] not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);

create table saved_view (
    tenant_id text not null,
    id uuid not null,
    name text not null,
    query text not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);

-- Only what somebody chose; for all else the connector's default holds.
create table field_visibility (
    tenant_id text not null,
    connector text not null,
    event_type text not null,
    field text not null,
    visible boolean not null,
    primary key (tenant_id, connector, event_type, field)
);
