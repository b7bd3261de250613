#!/bin/sh
# Runs once, when the database is created: the application gets a role that is no superuser, and the superuser's password
# goes, so that only this container itself can be one.
set -eu
psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE painchain LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
-- As which tenants' requests run, and work for all tenants, where PAINCHAIN_AUTH is not open.
CREATE ROLE painchain_app NOLOGIN;
CREATE ROLE painchain_work NOLOGIN;
GRANT painchain_app, painchain_work TO painchain WITH INHERIT FALSE, SET TRUE;
CREATE DATABASE painchain OWNER painchain;
REVOKE ALL ON DATABASE painchain FROM PUBLIC;
ALTER ROLE CURRENT_USER PASSWORD NULL;
SQL
