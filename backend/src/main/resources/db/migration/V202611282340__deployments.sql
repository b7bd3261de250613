-- How changes got to where they act, as it follows from stored events. All of it can be made again from them, and is, where a
-- tenant has no position: it means nothing on another server.

create table deployment_position (
    tenant_id text not null,
    transaction xid8 not null,
    event_id uuid not null,
    primary key (tenant_id)
);
comment on table deployment_position is 'transient: a position means nothing on another server';

-- Commits, as pushes, reviewed work and deployments list them.
create table known_commit (
    tenant_id text not null,
    sha text collate "C" not null,
    authored_at timestamptz,
    merge boolean not null,
    -- Plain keys of what it takes back.
    reverts text[],
    primary key (tenant_id, sha)
);
comment on table known_commit is 'transient: follows from events';

-- From where to where branches moved, and by which commits.
create table pushed_range (
    tenant_id text not null,
    head text collate "C" not null,
    base text collate "C" not null,
    -- Whether all commits in between are listed.
    whole boolean not null,
    commits text[] not null,
    primary key (tenant_id, head, base)
);
comment on table pushed_range is 'transient: follows from events';

-- Reviewed work that was taken over.
create table merged_work (
    tenant_id text not null,
    id text collate "C" not null,
    version text collate "C",
    merged_at timestamptz not null,
    first_commit_at timestamptz,
    ready_at timestamptz,
    first_review_at timestamptz,
    hotfix boolean not null,
    reverts text[] not null,
    -- Its own, from before it was taken over.
    commits text[] not null,
    commit_count bigint not null,
    primary key (tenant_id, id)
);
comment on table merged_work is 'transient: follows from events';
create index merged_work_version on merged_work (tenant_id, version);

-- What carries something into a slot: several of one run may be one deployment.
create table deployment_leg (
    tenant_id text not null,
    id text collate "C" not null,
    project text collate "C" not null,
    environment text collate "C" not null,
    service text collate "C" not null,
    production boolean not null,
    version text collate "C" not null,
    run text collate "C",
    state text not null,
    began timestamptz not null,
    done timestamptz,
    -- When it was done, else when it last changed.
    at timestamptz not null,
    shipped_from text,
    shipped text[],
    shipped_count bigint,
    taken_back text[],
    -- Work that it is told to have brought along.
    works text[] not null,
    event_id uuid not null,
    known_at timestamptz not null,
    primary key (tenant_id, id)
);
comment on table deployment_leg is 'transient: follows from events';
create index deployment_leg_slot on deployment_leg (tenant_id, project, environment, service, at);
create index deployment_leg_run on deployment_leg (tenant_id, project, run) where run is not null;
create index deployment_leg_works on deployment_leg using gin (tenant_id, works) where works <> '{}';

create table deployment_slot (
    tenant_id text not null,
    id text collate "C" not null,
    project text collate "C" not null,
    environment text collate "C" not null,
    service text collate "C" not null,
    production boolean not null,
    version text collate "C" not null,
    state text not null,
    began timestamptz not null,
    done timestamptz,
    at timestamptz not null,
    previous text,
    previous_done timestamptz,
    -- first, redeploy, forward, rollback, diverged or unknown; null where it was not done.
    kind text,
    -- Why it is unknown.
    reason text,
    -- Heads whose pushes would say more.
    waits_for text[],
    -- Lead times of commits, steps of work, and what is left out, as JSON.
    shipment text,
    -- rollback, revert or hotfix: it repairs what others broke.
    rework text,
    undone_at timestamptz,
    undone_by text,
    event_id uuid not null,
    known_at timestamptz not null,
    primary key (tenant_id, id)
);
comment on table deployment_slot is 'transient: follows from events';
create index deployment_slot_place on deployment_slot (tenant_id, project, environment, service, at);
create index deployment_slot_service on deployment_slot (tenant_id, service, at);
create index deployment_slot_waiting on deployment_slot (tenant_id, project) where waits_for is not null;

-- In which deployments of a slot a commit was.
create table deployment_commit (
    tenant_id text not null,
    sha text collate "C" not null,
    project text collate "C" not null,
    environment text collate "C" not null,
    service text collate "C" not null,
    deployment_id text collate "C" not null,
    done timestamptz not null,
    -- When the deployment was done that shows it: this one, or one that took the commit back.
    shown_at timestamptz not null,
    primary key (tenant_id, sha, project, environment, service, deployment_id)
);
comment on table deployment_commit is 'transient: follows from events';
create index deployment_commit_place on deployment_commit (tenant_id, project, environment, service, shown_at);
