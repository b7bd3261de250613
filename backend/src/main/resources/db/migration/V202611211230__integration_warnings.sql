-- What a connector says of an integration that still works and soon will not, e.g. that its token expires.
alter table integration_sync add column warnings jsonb not null default '[]';
