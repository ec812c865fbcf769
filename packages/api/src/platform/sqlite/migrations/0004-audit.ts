/**
 * The audit trail: one hash chain per organization, and one named "instance" for what happens outside any.
 * Columns to filter by are generated from the hashed text, so the two cannot disagree.
 */
export const audit = `
create table audit_entry (
  chain text not null,
  sequence integer not null,
  entry text not null,                  -- canonical JSON (RFC 8785), exactly the bytes that are hashed
  hash text not null,                   -- SHA-256 over the previous hash, a line feed, and the entry
  at integer generated always as (json_extract(entry, '$.at')) virtual,
  action text generated always as (json_extract(entry, '$.action')) virtual,
  actor_id text generated always as (json_extract(entry, '$.actor.id')) virtual,
  target_id text generated always as (json_extract(entry, '$.target.id')) virtual,
  primary key (chain, sequence)
) strict, without rowid;
create index audit_by_at on audit_entry (chain, at, sequence);
create index audit_by_action on audit_entry (chain, action, sequence);
create index audit_by_actor on audit_entry (chain, actor_id, sequence);
create index audit_by_target on audit_entry (chain, target_id, sequence);
-- Also what stands between the triggers below and "insert or replace", which deletes without asking them.
create trigger audit_has_no_gap before insert on audit_entry
  when new.sequence <> (select ifnull(max(sequence), 0) + 1 from audit_entry where chain = new.chain) begin
  select raise(abort, 'the audit trail is append-only');
end;
create trigger audit_is_not_edited before update on audit_entry begin
  select raise(abort, 'the audit trail is append-only');
end;
create trigger audit_is_not_deleted before delete on audit_entry begin
  select raise(abort, 'the audit trail is append-only');
end;
`
