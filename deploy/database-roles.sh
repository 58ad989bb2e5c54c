#!/bin/sh
# Makes a portal's database and its two roles: "kakehashi" owns the tables and brings them up to date,
# "kakehashi_portal" is whom the portal works as, and may do neither. Run again, it sets the passwords anew.
#
# PostgreSQL's image runs this when its volume is new. Elsewhere, as a superuser of the server:
#   OWNER_DATABASE_PASSWORD=… PORTAL_DATABASE_PASSWORD=… sh deploy/database-roles.sh
set -eu
: "${OWNER_DATABASE_PASSWORD:?set a password}" "${PORTAL_DATABASE_PASSWORD:?set a password}"
if [ "$OWNER_DATABASE_PASSWORD" = "$PORTAL_DATABASE_PASSWORD" ]; then
  echo 'the two roles need passwords of their own' >&2
  exit 1
fi
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname=postgres <<'SQL'
\getenv owner_password OWNER_DATABASE_PASSWORD
\getenv portal_password PORTAL_DATABASE_PASSWORD
select 'create role ' || name from unnest(array['kakehashi', 'kakehashi_portal']) name
  where not exists (select from pg_roles where rolname = name) \gexec
alter role kakehashi login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
alter role kakehashi_portal login nosuperuser nocreatedb nocreaterole noreplication password :'portal_password';
select 'create database kakehashi owner kakehashi'
  where not exists (select from pg_database where datname = 'kakehashi') \gexec
revoke all on database kakehashi from public;
grant connect on database kakehashi to kakehashi_portal;
SQL
