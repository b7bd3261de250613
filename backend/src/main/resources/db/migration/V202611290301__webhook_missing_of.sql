-- Of which repositories the last comparison missed deliveries, and up to when it looked: the webhook still vouches for the others.
alter table webhook_config
    add column compared_until timestamptz,
    add column missing_of bigint[];
