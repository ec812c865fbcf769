/** Roles that change: what they were before, and how many hold each beside the members of the organization. */
export const roles = `
alter table role add column changed_at integer; -- null: as it was made
alter table role add column created_by text references user (id);
alter table role add column ended_by text references user (id);
alter table role add column ended_in text;
-- Set while the list of members still shows an earlier name: up to this member it shows the new one.
alter table role add column relisted_to text;
create index role_being_relisted on role (relisted_to) where relisted_to is not null;
create trigger role_ends_in after update of until on role
  when old.until is null and new.until is not null and (select id from present_change) is not null begin
  update role set ended_in = (select id from present_change) where id = new.id;
end;

-- What a role was called and allowed until a change, and which call that was.
create table role_past (
  role_id text not null references role (id),
  until integer not null,
  ended_in text,
  name text not null,
  description text not null,
  permissions text not null
) strict;
create index role_past_of on role_past (role_id, until);
create index role_past_ended_in on role_past (ended_in) where ended_in is not null;
create trigger role_keeps_its_past after update of name, description, permissions on role
  when new.name <> old.name or new.description <> old.description or new.permissions <> old.permissions begin
  insert into role_past (role_id, until, ended_in, name, description, permissions)
    values (old.id, ifnull(new.changed_at, old.created_at), (select id from present_change),
            old.name, old.description, old.permissions);
end;

-- Beside those who hold a role at the organization: how often it is held in projects, by groups, by invitations.
alter table role_total add column places integer not null default 0;
alter table role_total add column groups integer not null default 0;
alter table role_total add column invitations integer not null default 0;
insert into role_total (role_id, members, places, groups, invitations)
  select role_id, 0, sum(member_id is not null), sum(group_id is not null), sum(invitation_id is not null)
    from assignment where until is null and (member_id is null or project_id is not null) group by role_id
  on conflict (role_id) do update
    set places = excluded.places, groups = excluded.groups, invitations = excluded.invitations;
create trigger role_counted_elsewhere after insert on assignment
  when new.until is null and (new.member_id is null or new.project_id is not null) begin
  insert into role_total (role_id, members, places, groups, invitations)
    values (new.role_id, 0, new.member_id is not null, new.group_id is not null, new.invitation_id is not null)
    on conflict (role_id) do update set places = places + excluded.places, groups = groups + excluded.groups,
      invitations = invitations + excluded.invitations;
end;
create trigger role_uncounted_elsewhere after update of until on assignment
  when old.until is null and new.until is not null and (new.member_id is null or new.project_id is not null) begin
  update role_total set places = places - (new.member_id is not null), groups = groups - (new.group_id is not null),
    invitations = invitations - (new.invitation_id is not null) where role_id = new.role_id;
end;
`
