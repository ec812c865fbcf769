/** Groups as people meet them; people may be put into one before they accept an invitation. */
export const groups = `
alter table "group" add column name_key text not null default '';
alter table "group" add column name_identity text not null default '';
alter table "group" add column description text not null default '';
alter table "group" add column created_by text references user (id);
alter table "group" add column ended_by text references user (id);
alter table "group" add column ended_in text;
create trigger group_ends_in after update of until on "group"
  when old.until is null and new.until is not null and (select id from present_change) is not null begin
  update "group" set ended_in = (select id from present_change) where id = new.id;
end;
-- Made anew, for now an invitation may hold a place in it; until here no release has written to it.
drop table group_member;
create table group_member (
  id text primary key,
  organization_id text not null,
  group_id text not null,
  member_id text,
  child_group_id text,
  invitation_id text,
  manager integer not null default 0 check (manager in (0, 1)), -- decides who else is in the group
  since integer not null,
  until integer,
  given_by text references user (id),
  ended_by text references user (id),
  begun_in text,
  ended_in text,
  foreign key (organization_id, group_id) references "group" (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, child_group_id) references "group" (organization_id, id),
  foreign key (organization_id, invitation_id) references invitation (organization_id, id),
  check ((member_id is not null) + (child_group_id is not null) + (invitation_id is not null) = 1),
  check (manager = 0 or child_group_id is null),
  check (until is null or until >= since)
) strict;
create unique index group_member_live on group_member (organization_id, member_id, group_id)
  where until is null and member_id is not null;
create unique index group_child_live on group_member (organization_id, child_group_id, group_id)
  where until is null and child_group_id is not null;
create unique index group_invitation_live on group_member (organization_id, invitation_id, group_id)
  where until is null and invitation_id is not null;
create index group_member_of on group_member (organization_id, group_id, id) where until is null;
create index group_member_history on group_member (organization_id, member_id, since) where member_id is not null;
create index group_member_ended_in on group_member (ended_in) where ended_in is not null;
create trigger group_member_begins_in after insert on group_member
  when (select id from present_change) is not null begin
  update group_member set begun_in = (select id from present_change) where id = new.id;
end;
create trigger group_member_ends_in after update of until on group_member
  when old.until is null and new.until is not null and (select id from present_change) is not null begin
  update group_member set ended_in = (select id from present_change) where id = new.id;
end;
create trigger group_member_is_kept before delete on group_member begin
  select raise(abort, 'group memberships are ended, never deleted');
end;
create trigger group_member_ends_once
  before update of since, until, organization_id, group_id, member_id, child_group_id, invitation_id, manager
  on group_member
  when old.until is not null or new.since <> old.since or new.organization_id <> old.organization_id
    or new.group_id <> old.group_id or new.member_id is not old.member_id
    or new.child_group_id is not old.child_group_id or new.invitation_id is not old.invitation_id
    or new.manager <> old.manager begin
  select raise(abort, 'a group membership ends once and keeps its terms');
end;

create unique index group_by_name_identity on "group" (organization_id, name_identity) where until is null;
create index group_by_name on "group" (organization_id, name_key, id) where until is null;

create table group_total (
  group_id text primary key references "group" (id),
  members integer not null default 0,   -- directly in it
  groups integer not null default 0
) strict, without rowid;
create trigger group_gets_totals after insert on "group" begin
  insert into group_total (group_id) values (new.id);
end;
create trigger group_member_counted after insert on group_member
  when new.until is null and new.invitation_id is null begin
  update group_total set members = members + (new.member_id is not null),
    groups = groups + (new.child_group_id is not null) where group_id = new.group_id;
end;
create trigger group_member_uncounted after update of until on group_member
  when old.until is null and new.until is not null and new.invitation_id is null begin
  update group_total set members = members - (new.member_id is not null),
    groups = groups - (new.child_group_id is not null) where group_id = new.group_id;
end;

-- Removal is total: who is in a group, what it is in, and what it holds end with it.
create trigger group_end_is_total after update of until on "group"
  when old.until is null and new.until is not null begin
  update group_member set until = max(since, new.until), ended_by = new.ended_by
    where organization_id = new.organization_id and (group_id = new.id or child_group_id = new.id)
      and until is null;
  update assignment set until = max(since, new.until), ended_by = new.ended_by
    where organization_id = new.organization_id and group_id = new.id and until is null;
end;
`
