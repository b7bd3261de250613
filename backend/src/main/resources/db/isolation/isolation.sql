-- What the database itself lets a tenant's request see. Runs at each start, behind the migrations, and looks at the catalogue, so that a new
-- table with a tenant_id is closed without another line.
--
-- Requests of a tenant run as the role painchain_app with the setting app.tenant; connectors, operators and what runs by itself as
-- painchain_work, which sees all tenants' rows. Neither owns anything; as the owner run migrations and what makes or drops tables.
-- Tables that are searched through inverted indexes hide behind a view: under a policy these operators, which are not leakproof,
-- could use no index. All others have a policy.
do $$
declare
    one record;
    role text;
    mine constant text := 'tenant_id = current_setting(''app.tenant'')';
begin
    -- That something is there already is no news.
    perform set_config('client_min_messages', 'warning', true);
    perform pg_advisory_xact_lock(730522);
    foreach role in array array['painchain_app', 'painchain_work'] loop
        begin
            if not exists (select from pg_roles where rolname = role) then
                execute format('create role %I nologin', role);
            end if;
            if not (select rolsuper from pg_roles where rolname = current_user) then
                execute format('grant %I to %I', role, current_user);
            end if;
        exception when insufficient_privilege or duplicate_object or unique_violation then
            if not exists (select from pg_roles where rolname = role) or not pg_has_role(current_user, role, 'member') then
                raise warning 'The role % cannot be made: the database does not separate tenants', role;
                return;
            end if;
        end;
    end loop;
    create schema if not exists app;
    execute format('grant usage on schema app, %I to painchain_app', current_schema());
    execute format('grant usage on schema %I to painchain_work', current_schema());
    execute format('grant usage on all sequences in schema %I to painchain_app, painchain_work', current_schema());
    -- Partitions are made while it runs.
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to painchain_work', current_schema());
    for one in
        select c.relname as name, c.relrowsecurity as closed,
            -- People may belong to several tenants: what each of them may see of others is their memberships' to say.
            c.relname not in ('app_user', 'browser_session')
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as owned,
            c.relname in ('event', 'event_document') or exists (
                select from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
                where i.indrelid = c.oid and m.amname = 'gin') as searched,
            (select array_agg(a.attname order by a.attnum) from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
            (select array_agg(a.attname order by a.attnum) from pg_attribute a
                where a.attrelid = to_regclass(format('app.%I', c.relname)) and a.attnum > 0) as shown
        from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            and c.relname <> 'flyway_schema_history'
    loop
        if one.owned and one.searched then
            if one.shown is distinct from one.columns then
                execute format('drop view if exists app.%I', one.name);
                execute format('create view app.%I as select * from %I.%I where %s with cascaded check option', one.name,
                    current_schema(), one.name, mine);
            end if;
            execute format('revoke all on %I from painchain_app', one.name);
            execute format('grant select, insert, update, delete on app.%I to painchain_app', one.name);
            continue;
        end if;
        if one.owned and not one.closed then
            execute format('create policy of_tenant on %I to painchain_app using (%s) with check (%s)', one.name, mine, mine);
            execute format('alter table %I enable row level security', one.name);
        end if;
        if one.name = 'audit_entry' then
            execute format('grant select, insert on %I to painchain_app', one.name);
        else
            execute format('grant select, insert, update, delete on %I to painchain_app', one.name);
        end if;
    end loop;
    for one in
        select c.relname as name, c.relrowsecurity and not exists (
                select from pg_policy p where p.polrelid = c.oid and p.polname = 'of_all') as closed,
            has_table_privilege('painchain_work', c.oid, 'delete') as granted
        from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
    loop
        if one.closed then
            execute format('create policy of_all on %I to painchain_work using (true) with check (true)', one.name);
        end if;
        if not one.granted then
            execute format('grant select, insert, update, delete on %I to painchain_work', one.name);
        end if;
    end loop;
    -- Entries go with their tenant only, which the table's trigger sees to; none is changed.
    revoke update, truncate on audit_entry from painchain_work;
end $$;
