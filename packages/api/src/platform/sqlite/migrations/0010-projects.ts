/**
 * Projects as people meet them. Their order by name and what makes two names the same are kept beside the name;
 * how many hold a role in one is kept, not counted.
 */
export const projects = `
alter table project add column name_key text not null default '';
alter table project add column name_identity text not null default '';
alter table project add column description text not null default '';
alter table project add column visibility text not null default 'private'
  check (visibility in ('private', 'organization', 'requests'));
-- Set: everybody who joins the organization gets this role in it.
alter table project add column default_role_id text references role (id);
alter table project add column archived_at integer;
alter table project add column created_by text references user (id);
alter table project add column ended_by text references user (id);
alter table project add column ended_in text;
create trigger project_ends_in after update of until on project
  when old.until is null and new.until is not null and (select id from present_change) is not null begin
  update project set ended_in = (select id from present_change) where id = new.id;
end;
create unique index project_by_name_identity on project (organization_id, name_identity) where until is null;
-- What decides who sees a project is in it, and its end, so that looking for some never leaves the index.
create index project_by_name on project (organization_id, name_key, id, visibility, archived_at, until)
  where until is null;
create index project_by_since on project (organization_id, since, id, visibility, archived_at, name_key, until)
  where until is null;
create index project_default on project (organization_id) where until is null and default_role_id is not null;

-- Led by the project: what invitations give there first, then the groups in it, then the people.
create index assignment_at_project on assignment (organization_id, project_id, member_id, group_id)
  where until is null and project_id is not null;

create table project_total (
  project_id text primary key references project (id),
  members integer not null default 0,   -- who hold a role in it directly
  groups integer not null default 0
) strict, without rowid;
create trigger project_gets_totals after insert on project begin
  insert into project_total (project_id) values (new.id);
end;
create trigger assignment_counted after insert on assignment
  when new.until is null and new.project_id is not null and new.invitation_id is null begin
  update project_total set members = members + (new.member_id is not null), groups = groups + (new.group_id is not null)
    where project_id = new.project_id;
end;
create trigger assignment_uncounted after update of until on assignment
  when old.until is null and new.until is not null and new.project_id is not null and new.invitation_id is null begin
  update project_total set members = members - (new.member_id is not null), groups = groups - (new.group_id is not null)
    where project_id = new.project_id;
end;

-- Removal is total: what anybody holds in a project ends with it.
create trigger project_end_is_total after update of until on project
  when old.until is null and new.until is not null begin
  update assignment set until = max(since, new.until), ended_by = new.ended_by
    where organization_id = new.organization_id and project_id = new.id and until is null;
end;
`
