-- Which worker polls an integration: the one whose name, hashed together with the integration's credentials, comes out highest
-- (rendezvous hashing). So one token has one worker, and where a worker comes or goes only its own share moves.
alter table integration add column secret_digest bytea;

comment on column integration.secret_digest is
    'the same for the same secrets: four bytes that name the key, then HMAC-SHA256; null where there are none';

create index integration_digest_key on integration (tenant_id, substring(secret_digest from 1 for 4))
    where secrets is not null;

create function assigned_worker(connector_type text, digest bytea, integration_id uuid, live_since timestamptz)
    returns text language sql stable parallel safe as $$
    select worker from connector_worker
    where type = connector_type and last_contact >= live_since
    order by sha256(convert_to(worker, 'UTF8') || coalesce(digest, uuid_send(integration_id))) desc, worker
    limit 1
$$;

-- Counted up whenever some worker's share of a type may have changed.
create table connector_assignment (
    type text primary key,
    version bigint not null,
    workers text[] not null
);
