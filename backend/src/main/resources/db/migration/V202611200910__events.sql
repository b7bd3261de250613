-- Events, what their states were before, and by which names they can be found. Every key begins with tenant_id, never null.

create table event (
    tenant_id text not null,
    id uuid not null,
    -- Within what external_id is unique: the integration's id, else 'connector:' and the connector.
    scope text collate "C" not null,
    external_id text collate "C",
    integration_id uuid,
    connector text not null,
    project text collate "C" not null,
    type text not null,
    title text not null,
    "timestamp" timestamptz not null,
    end_timestamp timestamptz,
    as_of timestamptz not null,
    description text,
    author text,
    url text,
    status text,
    tags text[],
    entity text collate "C",
    correlation_keys text[],
    data jsonb,
    revision bigint not null,
    received_at timestamptz not null,
    updated_at timestamptz not null,
    -- The words of title, description, author and project with weight D and of the tags with weight A,
    -- and '#' with each SHA of the correlation keys.
    search tsvector not null,
    primary key (tenant_id, id)
);

-- An ordinary event stays in its page: compressing and moving out what lies beyond 2 KB costs a third of the insert.
alter table event set (toast_tuple_target = 8160);

create unique index event_identity on event (tenant_id, scope, external_id) where external_id is not null;

-- The timeline, whole and by each filter that one value answers. All grow at few places only, which keeps inserts fast.
-- The first holds what is counted, too: a window's sums read it alone.
create index event_timeline on event (tenant_id, "timestamp" desc, id desc)
    include (end_timestamp, connector, type, status);
create index event_by_project on event (tenant_id, project, "timestamp" desc, id desc);
create index event_by_connector on event (tenant_id, connector, "timestamp" desc, id desc);
create index event_by_integration on event (tenant_id, integration_id, "timestamp" desc, id desc);
create index event_by_type on event (tenant_id, type, "timestamp" desc, id desc);
create index event_by_status on event (tenant_id, status, "timestamp" desc, id desc);
create index event_by_author on event (tenant_id, author, "timestamp" desc, id desc);
create index event_by_entity on event (tenant_id, entity, "timestamp" desc, id desc);

-- What lasts longer than a day; a window finds all others by their beginning.
create index event_long on event (tenant_id, end_timestamp)
    where end_timestamp - "timestamp" > interval '24 hours';

-- Words, tags and keys together: one index over four columns takes inserts faster than several over one.
create extension if not exists btree_gin;
-- What is pending is sorted in by the statement that fills the list: half of the usual size halves how long that takes.
create index event_search on event using gin (tenant_id, search, tags, correlation_keys)
    with (gin_pending_list_limit = 2048);

-- What an update replaced.
create table event_revision (
    tenant_id text not null,
    id uuid not null,
    revision bigint not null,
    external_id text,
    integration_id uuid,
    connector text not null,
    project text not null,
    type text not null,
    title text not null,
    "timestamp" timestamptz not null,
    end_timestamp timestamptz,
    as_of timestamptz not null,
    description text,
    author text,
    url text,
    status text,
    tags text[],
    entity text,
    correlation_keys text[],
    data jsonb,
    received_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id, revision)
);

create function keep_event_revision() returns trigger language plpgsql as $$
begin
    insert into event_revision (tenant_id, id, revision, external_id, integration_id, connector, project, type, title,
        "timestamp", end_timestamp, as_of, description, author, url, status, tags, entity, correlation_keys, data,
        received_at, updated_at)
    select o.tenant_id, o.id, o.revision, o.external_id, o.integration_id, o.connector, o.project, o.type, o.title,
        o."timestamp", o.end_timestamp, o.as_of, o.description, o.author, o.url, o.status, o.tags, o.entity,
        o.correlation_keys, o.data, o.received_at, o.updated_at
    from replaced o join stored n on n.tenant_id = o.tenant_id and n.id = o.id
    where n.revision > o.revision;
    return null;
end $$;

create trigger event_revision after update on event
    referencing old table as replaced new table as stored
    for each statement execute function keep_event_revision();

-- The names that events go by, inserted once and never updated, so that no two ingests wait for one row. An entry may outlive
-- its events: readers look for the last event, and show none without one.
create table project (
    tenant_id text not null,
    project text collate "C" not null,
    connector text collate "C" not null,
    primary key (tenant_id, project, connector)
);

-- In which hours a tag has events: the newest hour leads to its last event.
create table tag_hour (
    tenant_id text not null,
    tag text collate "C" not null,
    hour timestamptz not null,
    primary key (tenant_id, tag, hour)
);
