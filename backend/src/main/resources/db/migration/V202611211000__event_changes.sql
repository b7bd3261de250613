-- Which transaction brought an event into its present state: in the order of these, and read only below the oldest one that is
-- still under way, no change is ever missed, however late its transaction commits. Without a default at first, so that no row
-- is written anew: events from before count as seen.
alter table event add column changed xid8;
alter table event alter column changed set default pg_current_xact_id();

-- A transaction's events share one entry: the smallest index of all, which grows at its end only.
create index event_changed on event (tenant_id, changed) where changed is not null;
