-- Who changed what. Rows are added and never changed; each carries the digest of the one before it.

create table audit_entry (
    -- * for what belongs to the installation.
    tenant_id text not null,
    seq bigint not null,
    happened_at timestamptz not null,
    -- All null where nobody has to say who they are.
    actor text,
    role text,
    key_id uuid,
    address text,
    request_id text,
    -- The operation's id in the API's document.
    action text not null,
    kind text not null,
    object_id text,
    -- JSON as it was hashed, so no jsonb. What differs, secrets masked.
    state_before text,
    state_after text,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (tenant_id, seq),
    -- Two entries after the same one would be a fork.
    unique (tenant_id, previous_hash)
);

-- The last entry of each tenant; locked while the next one is added.
create table audit_head (
    tenant_id text not null primary key,
    seq bigint not null,
    hash bytea not null
);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    -- Only a tenant that is erased as a whole takes its entries along.
    if tg_op = 'DELETE' and current_setting('painchain.erased_tenant', true) = old.tenant_id then
        return old;
    end if;
    raise exception 'Entries of the audit log are never changed' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function refuse_audit_change();
