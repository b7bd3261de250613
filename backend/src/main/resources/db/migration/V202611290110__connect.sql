-- Integrations that are made by agreeing at the provider.

-- From the click to the integration, or to the refusal; gone a day later.
create table connect_flow (
    tenant_id text not null,
    id uuid not null,
    type text not null,
    way text not null,
    name text,
    -- Who began it: nobody else goes on with it. Empty where nobody proves who they are.
    caller text not null,
    state text not null check (state in ('waiting', 'busy', 'connected', 'refused')),
    -- Digest of what the provider hands back; of each step another, good once.
    nonce bytea,
    used_nonces bytea[] not null default '{}',
    -- Encrypted: what was entered, what the connector keeps, the step.
    content bytea,
    -- When a connector may be asked again whether a code was entered; null for other steps.
    ask_at timestamptz,
    interval_seconds int,
    error text,
    integration_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, id)
);

comment on table connect_flow is 'transient: a backup saves none of its rows';

create index connect_flow_created on connect_flow (created_at);

-- What a provider granted for an integration.
create table integration_credential (
    tenant_id text not null,
    integration_id uuid not null,
    provider text not null,
    way text not null,
    -- Encrypted, each bound to its place.
    access_token bytea,
    refresh_token bytea,
    -- What the connector needs to refresh and to revoke it.
    kept bytea,
    token_expires_at timestamptz,
    scopes text[] not null default '{}',
    account text,
    account_id text,
    -- Names what was granted among all that the provider grants.
    claim text,
    exclusive boolean not null,
    connected_at timestamptz not null,
    connected_by text,
    -- A refresh token is good once: who set this has it, for a while.
    refreshing_since timestamptz,
    refresh_error text,
    primary key (tenant_id, integration_id),
    foreign key (tenant_id, integration_id) references integration
);

create index integration_credential_claim on integration_credential (provider, claim) where claim is not null;
create index integration_credential_expiring on integration_credential (token_expires_at)
    where refresh_token is not null and refresh_error is null;
