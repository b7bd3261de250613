-- What operators say of tenants. A tenant needs no row: one that was never created is as good as any.
create table tenant (
    tenant_id text not null primary key,
    created_at timestamptz not null,
    -- Nobody of it gets in.
    suspended_at timestamptz
);
