/**
 * Domains that organizations have proven to be theirs, what they offer their people, and how long the past is kept:
 * reminders and purges of invitations, and a trail that may begin at a checkpoint.
 */
export const policies = `
create table domain (
  id text primary key,
  organization_id text not null references organization (id),
  name text not null,                   -- canonical host name
  mailbox text not null check (mailbox in ('postmaster', 'admin')), -- where the proof was sent last
  generation integer not null default 1, -- of the proof: a new one makes every older link void
  sent_at integer not null,
  expires_at integer not null,          -- of the proof; read off the clock
  verified_at integer,
  auto_join_role_id text,               -- set: people with an address there join with this role by themselves
  added_by text references user (id),
  since integer not null,
  until integer,
  ended_by text references user (id),
  unique (organization_id, id),
  foreign key (organization_id, auto_join_role_id) references role (organization_id, id),
  check (auto_join_role_id is null or verified_at is not null)
) strict;
create unique index domain_live on domain (organization_id, name) where until is null;
-- Only one organization has proven it; asking to is open to all.
create unique index domain_proven on domain (name) where until is null and verified_at is not null;
create index domain_by_name on domain (name, sent_at);
create trigger domain_is_kept before delete on domain begin
  select raise(abort, 'domains are ended, never deleted');
end;
create trigger organization_end_frees_domains after update of until on organization
  when old.until is null and new.until is not null begin
  update domain set until = max(since, new.until) where organization_id = new.id and until is null;
end;

-- What the organization offers its members, as a short list in canonical JSON.
alter table organization add column entitlements text not null default '[]';

alter table invitation add column reminded_for integer; -- the end of which both sides were reminded
alter table invitation add column purged_at integer;    -- since then nobody can tell whom it was for
create index invitation_ending on invitation (expires_at, id) where state = 'pending' and expires_at is not null;
create index invitation_unpurged on invitation (organization_id, closed_at) where purged_at is null and state <> 'pending';

-- The trail may be cut off at its old end. What is left begins after the checkpoint and is still a chain.
create table audit_checkpoint (
  chain text primary key,
  sequence integer not null,            -- of the last entry that was deleted
  hash text not null,                   -- of the same: what the next entry was hashed with
  at integer not null                   -- when it was made
) strict, without rowid;
create trigger audit_checkpoint_is_an_entry before insert on audit_checkpoint
  when not exists (
    select 1 from audit_entry where chain = new.chain and sequence = new.sequence and hash = new.hash
  ) or not exists (select 1 from audit_entry where chain = new.chain and sequence > new.sequence)
  or exists (select 1 from audit_checkpoint where chain = new.chain and sequence >= new.sequence) begin
  select raise(abort, 'a checkpoint is an entry of the trail that is not the last');
end;
create trigger audit_checkpoint_moves_on before update on audit_checkpoint
  when new.chain <> old.chain or new.sequence <= old.sequence or not exists (
    select 1 from audit_entry where chain = new.chain and sequence = new.sequence and hash = new.hash
  ) or not exists (select 1 from audit_entry where chain = new.chain and sequence > new.sequence) begin
  select raise(abort, 'a checkpoint is an entry of the trail that is not the last');
end;
create trigger audit_checkpoint_is_kept before delete on audit_checkpoint begin
  select raise(abort, 'a checkpoint is kept');
end;
drop trigger audit_is_not_deleted;
create trigger audit_is_not_deleted before delete on audit_entry
  when not exists (
    select 1 from audit_checkpoint c
      where c.chain = old.chain and (c.sequence > old.sequence or (c.sequence = old.sequence and c.hash = old.hash))
  ) or exists (select 1 from audit_entry where chain = old.chain and sequence < old.sequence) begin
  select raise(abort, 'the audit trail is append-only');
end;
`
