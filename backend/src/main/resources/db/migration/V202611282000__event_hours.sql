-- Whether all documents of a tenant carry their hour, too: not those that were written before.
alter table event_indexing add column by_hour boolean not null default true;
update event_indexing i set by_hour = false where exists (select from event_document d where d.tenant_id = i.tenant_id);

-- Of these no plan depends, and to count their words took most of the time that the server's own analysis of the tables takes,
-- again and again while they grow.
alter table event alter column title set statistics 0;
alter table event alter column description set statistics 0;
alter table event alter column url set statistics 0;
alter table event alter column data set statistics 0;
alter table event alter column external_id set statistics 0;
alter table event alter column entity set statistics 0;
alter table event alter column correlation_keys set statistics 0;
alter table event alter column search set statistics 0;
alter table event_document alter column search set statistics 0;
alter table event_document alter column names set statistics 0;
