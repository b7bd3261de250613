-- How long a tenant keeps its events, where that is not the installation's default, and when the older ones went last.
create table retention (
    tenant_id text primary key,
    months integer,
    last_run timestamptz,
    last_deleted bigint
);
