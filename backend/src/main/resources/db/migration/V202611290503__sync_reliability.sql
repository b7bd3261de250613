-- Of how many cycles nothing could be read.
alter table integration_sync
    add column cycles bigint not null default 0,
    add column failed_cycles bigint not null default 0;
