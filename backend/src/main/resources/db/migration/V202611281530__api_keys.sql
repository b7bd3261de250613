-- Keys of users and machines. The key itself is nowhere: only its digest, as it has more entropy than can be guessed.

create table api_key (
    -- Of connectors' and operators' keys: *, which no tenant is called.
    tenant_id text not null,
    id uuid not null,
    name text not null,
    role text not null check (role in ('owner', 'admin', 'member', 'viewer', 'connector', 'operator')),
    -- The one type that a connector's key is for.
    connector_type text check ((connector_type is null) = (role <> 'connector')),
    digest bytea not null,
    last_four text not null,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    -- Written once an hour at most.
    last_used_at timestamptz,
    primary key (tenant_id, id),
    check ((tenant_id = '*') = (role in ('connector', 'operator')))
);

-- A request names no tenant but its key.
create unique index api_key_digest on api_key (digest);
