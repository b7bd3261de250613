-- The ledger: from when to when each source of each repository is in the timeline, in its connector's words.
create table coverage (
    tenant_id text not null,
    integration_id uuid not null,
    repository text not null,
    source text not null,
    covered_from timestamptz not null,
    covered_to timestamptz not null,
    verified_at timestamptz not null,
    gaps jsonb not null default '[]',
    updated_at timestamptz not null,
    primary key (tenant_id, integration_id, repository, source),
    foreign key (tenant_id, integration_id) references integration
);
