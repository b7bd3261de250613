-- What events are found by, apart from the events: filled behind the ingest in the order of their changes, so that ingest does
-- not wait for the inverted index.
create table event_document (
    tenant_id text not null,
    id uuid not null,
    "timestamp" timestamptz not null,
    -- Of which state of the event this is. One of another state is passed over.
    revision bigint not null,
    -- The words of title, description, author, project and tags, and '#' with each SHA of the correlation keys.
    search tsvector not null,
    -- Digests of tags, and of keys and entities that hold no SHA.
    names bigint[] not null,
    primary key (tenant_id, id)
);
alter table event_document set (toast_tuple_target = 8160);

-- The indexer sorts pending entries in, many at a time; a statement does so only where no indexer is at work.
create index event_document_terms on event_document using gin (tenant_id, search, names)
    with (gin_pending_list_limit = 32768);

-- How far a tenant's events are in event_document.
create table event_indexing (
    tenant_id text primary key,
    -- All changes up to this one are in it.
    changed xid8 not null,
    event uuid not null,
    -- Events of before this table are found by event.search until they are copied, the youngest first; null: all are.
    copied_before uuid,
    copied bigint not null default 0,
    to_copy bigint not null default 0
);
comment on table event_indexing is 'transient: transactions of this server';

alter table event alter column search drop not null;

do $$
begin
    if exists (select from event) then
        insert into event_indexing (tenant_id, changed, event, copied_before, to_copy)
        select tenant_id, pg_current_xact_id(), cast('00000000-0000-0000-0000-000000000000' as uuid),
            cast('ffffffff-ffff-ffff-ffff-ffffffffffff' as uuid), count(*)
        from event group by tenant_id;
    else
        drop index event_search, event_by_entity;
    end if;
end $$;
