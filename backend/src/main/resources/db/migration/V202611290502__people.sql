-- Who changes things: people, the accounts that providers know them by, and which name on an event is whose.

create table person (
    tenant_id text not null,
    id uuid not null,
    name text not null,
    -- Given by hand, so that no reading changes it.
    named boolean not null default false,
    bot boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);
create index person_by_name on person (tenant_id, lower(name), id);

-- The provider's id is the account; its login may change, and be another account's later.
create table person_account (
    tenant_id text not null,
    id uuid not null,
    connector text not null,
    realm text collate "C" not null,
    external_id text collate "C" not null,
    login text not null,
    name text,
    bot boolean not null,
    person_id uuid not null,
    found_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, connector, realm, external_id)
);
create index person_account_person on person_account (tenant_id, person_id);

-- Where an account was seen, and whether it belongs there. Who left stays.
create table account_membership (
    tenant_id text not null,
    integration_id uuid not null,
    account_id uuid not null,
    member boolean not null,
    groups text[] not null default '{}',
    seen_at timestamptz not null,
    left_at timestamptz,
    primary key (tenant_id, integration_id, account_id)
);
create index account_membership_account on account_membership (tenant_id, account_id);

-- Since when a login was whose, as far as it was seen. In lower case.
create table account_login (
    tenant_id text not null,
    integration_id uuid not null,
    login text collate "C" not null,
    since timestamptz not null,
    account_id uuid not null,
    primary key (tenant_id, integration_id, login, since)
);

-- By hand: whose a name on events is. In lower case.
create table author_choice (
    tenant_id text not null,
    connector text not null,
    author text collate "C" not null,
    person_id uuid not null,
    chosen_at timestamptz not null,
    primary key (tenant_id, connector, author)
);
create index author_choice_person on author_choice (tenant_id, person_id);

-- When an integration was last asked for its people, and what came of it.
create table people_reading (
    tenant_id text not null,
    integration_id uuid not null,
    asked_at timestamptz not null,
    read_at timestamptz,
    complete boolean not null default false,
    warnings jsonb not null default '[]',
    error text,
    primary key (tenant_id, integration_id)
);

-- One at a time.
create unique index task_people_once on task (tenant_id, integration_id) where kind = 'people' and state in ('queued', 'leased');
