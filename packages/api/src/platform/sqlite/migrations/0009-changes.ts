/** A row that gives access knows which call it began and ended with: set here, so that no command can forget. */
const marks = (table: 'member' | 'assignment') => `
alter table ${table} add column begun_in text;
alter table ${table} add column ended_in text;
create trigger ${table}_begins_in after insert on ${table} when (select id from present_change) is not null begin
  update ${table} set begun_in = (select id from present_change) where id = new.id;
end;
create trigger ${table}_ends_in after update of until on ${table}
  when old.until is null and new.until is not null and (select id from present_change) is not null begin
  update ${table} set ended_in = (select id from present_change) where id = new.id;
end;
create index ${table}_ended_in on ${table} (ended_in) where ended_in is not null;
`

/** What one call changed belongs together: in the trail, and in the rows that give access. */
export const changes = `
-- The call whose work is being written; there is one writer, and it sets this before each piece of work.
create table present_change (one integer primary key check (one = 1), id text) strict;
insert into present_change (one, id) values (1, null);
${marks('member')}${marks('assignment')}
alter table audit_entry add column change_id text generated always as (json_extract(entry, '$.change')) virtual;
alter table audit_entry add column project_id text generated always as (json_extract(entry, '$.facts.project')) virtual;
create index audit_by_change on audit_entry (chain, change_id, sequence);
create index audit_by_project on audit_entry (chain, project_id, sequence) where project_id is not null;
`
