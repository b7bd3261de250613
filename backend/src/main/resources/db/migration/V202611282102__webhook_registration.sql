-- How hooks fare at the provider.
alter table webhook_config
    add column registered_at timestamptz,
    -- The last sentence about it.
    add column standing text,
    add column compared_at timestamptz,
    -- Deliveries that had not arrived then.
    add column missing int not null default 0;
