-- What the provider calls a repository whatever its name is, and since when it is no longer read: its events stay.
alter table integration_repository
    add column external_id text,
    add column removed_at timestamptz;
