/**
 * Webhooks. The trail is the queue: each endpoint keeps up to where deliveries were made of it, so that an event is
 * written once, and neither lost nor doubled. Secrets are derived from the instance key and stand nowhere.
 */
export const webhooks = `
create table webhook (
  id text primary key,
  organization_id text not null references organization (id),
  name text not null,
  url text not null,                    -- may hold a token: taken away with the end
  events text not null,                 -- filters, as a list in JSON
  position integer not null,            -- deliveries were made of entries up to this one
  missed integer not null default 0,    -- events that were dropped before they could be sent
  generation integer not null default 1,-- of the secret
  previous_until integer,               -- until when the generation before signs too
  last_success_at integer,
  last_failure_at integer,
  failing_since integer,                -- nothing was accepted since; null: the last attempt was
  disabled_at integer,
  disabled_reason text check (disabled_reason in ('person', 'gone', 'failing')),
  created_by text references user (id),
  since integer not null,
  until integer,
  unique (organization_id, id),
  check (until is null or until >= since),
  check ((disabled_at is null) = (disabled_reason is null))
) strict;
create index webhook_listed on webhook (organization_id, id) where until is null;
create index webhook_sending on webhook (id, organization_id, position) where until is null and disabled_at is null;

create table webhook_delivery (
  id text primary key,
  organization_id text not null,
  webhook_id text not null,
  sequence integer not null,            -- of the entry in the organization's trail
  entry_id text not null,               -- the event's id, the same however often it is sent
  event text not null,
  state text not null check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,  -- in all
  tries integer not null default 0,     -- since it was last begun
  begun_at integer,                     -- the first of these
  next_attempt_at integer,              -- null while the endpoint is switched off
  created_at integer not null,
  settled_at integer,
  last_status integer,
  last_reason text,
  body text,                            -- as sent; from the first attempt on it does not need the trail
  foreign key (organization_id, webhook_id) references webhook (organization_id, id),
  check ((state = 'pending') = (settled_at is null)),
  check (state = 'pending' or next_attempt_at is null)
) strict;
create unique index webhook_delivery_once on webhook_delivery (organization_id, webhook_id, sequence);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at, sequence)
  where next_attempt_at is not null;
create index webhook_delivery_next on webhook_delivery (next_attempt_at) where next_attempt_at is not null;
create index webhook_delivery_pending on webhook_delivery (webhook_id) where state = 'pending';
create index webhook_delivery_by_state on webhook_delivery (organization_id, webhook_id, state, sequence);
create index webhook_delivery_by_event on webhook_delivery (organization_id, webhook_id, event, sequence);
create index webhook_delivery_by_age on webhook_delivery (created_at);

create table webhook_attempt (
  delivery_id text not null references webhook_delivery (id),
  number integer not null,
  at integer not null,
  ms integer not null,
  status integer,                       -- null: there was no answer, for this reason
  reason text,
  request_headers text not null,
  response_headers text not null,
  response_body text not null,          -- its beginning
  primary key (delivery_id, number),
  check ((status is null) = (reason is not null))
) strict, without rowid;

create trigger webhook_ends_once before update of since, until, organization_id on webhook
  when old.until is not null or new.since <> old.since or new.organization_id <> old.organization_id begin
  select raise(abort, 'a webhook ends once');
end;
create trigger webhook_only_goes_on before update of position on webhook when new.position < old.position begin
  select raise(abort, 'a webhook does not go back');
end;
create trigger webhook_end_stops_deliveries after update of until on webhook
  when old.until is null and new.until is not null begin
  update webhook set url = '' where id = new.id;
  update webhook_delivery set state = 'failed', next_attempt_at = null, settled_at = new.until,
      last_reason = 'The webhook was deleted.'
    where webhook_id = new.id and state = 'pending';
end;
create trigger webhook_off_holds_deliveries after update of disabled_at on webhook
  when old.disabled_at is null and new.disabled_at is not null begin
  update webhook_delivery set next_attempt_at = null where webhook_id = new.id and state = 'pending';
end;
create trigger organization_end_ends_webhooks after update of until on organization
  when old.until is null and new.until is not null begin
  update webhook set until = max(since, new.until) where organization_id = new.id and until is null;
end;
`
