-- Events that leave: who wants them, what is on its way, and how each attempt went.

create table subscription (
    tenant_id text not null,
    id uuid not null,
    name text not null,
    target text not null,
    -- What is shown of the address.
    url text not null,
    -- Encrypted: the address, the secret, and the one before it.
    sealed bytea not null,
    secret_mask text,
    -- The timeline's filter as a query string.
    filter text not null,
    -- active, paused, or disabled by what its receiver answered.
    state text not null,
    reason text,
    -- Failed attempts since the last good one, and since when.
    fails int not null default 0,
    failing_since timestamptz,
    -- No attempt before.
    not_before timestamptz,
    succeeded_at timestamptz,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);

-- Up to which change all that it wants is in outgoing_message.
create table subscription_position (
    tenant_id text not null,
    subscription_id uuid not null,
    transaction xid8 not null,
    event_id uuid not null,
    primary key (tenant_id, subscription_id),
    foreign key (tenant_id, subscription_id) references subscription on delete cascade
);
comment on table subscription_position is 'transient: a position means nothing on another server';

create table outgoing_message (
    tenant_id text not null,
    subscription_id uuid not null,
    id uuid not null,
    event_id uuid not null,
    revision bigint not null,
    title text not null,
    body text not null,
    -- waiting, sent, or failed for good.
    state text not null,
    attempt int not null default 0,
    -- When it is to be sent; null once it is over.
    not_before timestamptz,
    created_at timestamptz not null,
    done_at timestamptz,
    status int,
    error text,
    -- What the receiver calls it.
    remote_id text,
    primary key (tenant_id, subscription_id, id),
    unique (tenant_id, subscription_id, event_id, revision),
    foreign key (tenant_id, subscription_id) references subscription on delete cascade
);
comment on table outgoing_message is 'transient: what was on its way then';

create index outgoing_message_waiting on outgoing_message (tenant_id, subscription_id, not_before, id)
    where state = 'waiting';
create index outgoing_message_created on outgoing_message (created_at);

create table outgoing_attempt (
    tenant_id text not null,
    subscription_id uuid not null,
    message_id uuid not null,
    at timestamptz not null,
    number int not null,
    millis int not null,
    status int,
    error text,
    primary key (tenant_id, subscription_id, message_id, at),
    foreign key (tenant_id, subscription_id, message_id) references outgoing_message on delete cascade
);
comment on table outgoing_attempt is 'transient: goes with its message';
