/** Mail to be sent: written with the change it tells of, handed over by the worker, never holding a secret. */
export const outbox = `
create table message (
  id text primary key,
  organization_id text references organization (id),
  kind text not null,
  reference_id text not null,           -- the invitation, link or user the mail is about
  event text not null unique,           -- at most one message per recipient and event
  facts text not null default '{}',
  state text not null check (state in ('queued', 'handed-over', 'failed', 'pointless')),
  attempts integer not null default 0,
  created_at integer not null,
  next_attempt_at integer,
  settled_at integer,
  outcome text                          -- the server's reply, or the reason
) strict;
create index message_due on message (next_attempt_at, id) where state = 'queued';
create index message_by_reference on message (reference_id, created_at);
`
