/** People, their sessions, and the one-time links that prove a mailbox. */
export const accounts = `
create table user (
  id text primary key,
  email text unique,                    -- canonical; null once the account is deleted
  username text unique,                 -- public; null once the account is deleted
  name text not null,
  password_hash text,
  email_verified_at integer,
  discoverable integer not null default 1 check (discoverable in (0, 1)),
  created_at integer not null,
  last_active_at integer,
  disabled_at integer,
  deleted_at integer
) strict;

create table session (
  token_hash text primary key,          -- SHA-256 of the bearer: what is stored here opens nothing
  id text not null unique,              -- the public id, for the list of devices
  user_id text not null references user (id),
  created_at integer not null,
  expires_at integer not null,          -- idle: slides forward with use
  ends_at integer not null,             -- absolute: never moves
  last_seen_at integer not null,
  address text not null,
  user_agent text not null
) strict;
create index session_by_user on session (user_id, created_at);
create index session_by_expiry on session (expires_at);

-- The secret of a link is derived from its id with the instance key; nothing here can be replayed as one.
create table one_time_link (
  id text primary key,
  purpose text not null check (purpose in ('set-up', 'verify-email', 'reset-password', 'change-email')),
  user_id text references user (id),
  email text,                           -- the address the link proves
  created_at integer not null,
  expires_at integer not null,
  used_at integer,
  asked_by text references user (id),
  organization_id text                  -- set when an administrator of it asked
) strict;
create index one_time_link_by_user on one_time_link (user_id, purpose) where used_at is null;
`
