-- Since when, and up to when, all that the provider delivered has arrived: what slows polling down.
alter table webhook_config
    add column agreed_since timestamptz,
    add column agreed_at timestamptz;
