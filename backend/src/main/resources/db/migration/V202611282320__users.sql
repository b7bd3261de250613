-- People who sign in at an OIDC provider, what they are in which tenant, invitations, and the sessions of their browsers.

create table app_user (
    -- Always *: one person may belong to several tenants.
    tenant_id text not null default '*' check (tenant_id = '*'),
    id uuid not null,
    -- Who somebody is; neither a name nor an e-mail address ever decides that.
    issuer text not null,
    subject text not null,
    name text not null,
    -- Only where the provider says that it is verified.
    email text,
    created_at timestamptz not null,
    signed_in_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, issuer, subject)
);

create table membership (
    tenant_id text not null check (tenant_id <> '*'),
    user_id uuid not null,
    role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
    created_at timestamptz not null,
    created_by text not null,
    suspended_at timestamptz,
    primary key (tenant_id, user_id)
);

create index membership_user on membership (user_id);

create table invitation (
    tenant_id text not null check (tenant_id <> '*'),
    id uuid not null,
    email text not null,
    role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
    -- The link itself is nowhere.
    digest bytea not null,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by uuid,
    revoked_at timestamptz,
    primary key (tenant_id, id)
);

-- Which tenant an invitation is of, only its row says.
create unique index invitation_digest on invitation (digest);

create table browser_session (
    tenant_id text not null default '*' check (tenant_id = '*'),
    id uuid not null,
    -- Of the cookie.
    digest bytea not null,
    user_id uuid not null,
    issuer text not null,
    subject text not null,
    -- The provider's own name of the session, by which it ends it.
    sid text,
    -- Where a browser goes to be signed out at the provider too.
    provider_end text,
    created_at timestamptz not null,
    -- To the minute; too long ago is an end as well.
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    address text,
    user_agent text,
    primary key (tenant_id, id)
);

create unique index browser_session_digest on browser_session (digest);
create index browser_session_user on browser_session (user_id);
create index browser_session_subject on browser_session (issuer, subject);

-- Keys end while who made them is suspended.
alter table api_key add column creator_id uuid;

alter table audit_entry add column user_id uuid;
