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

create index group_children_of on group_member (organization_id, group_id, child_group_id)
  where until is null and child_group_id is not null;
create index group_managers_of on group_member (organization_id, group_id, member_id)
  where until is null and manager = 1;

-- Who is directly in a group, in the order of names; it follows the list of members and cannot be forgotten.
create table group_listing (
  group_id text not null references "group" (id),
  name_key text not null,
  member_id text not null references member (id),
  place_id text not null references group_member (id),
  primary key (group_id, name_key, member_id)
) strict, without rowid;
create index group_listing_of on group_listing (member_id, group_id);
create trigger group_member_listed after insert on group_member
  when new.until is null and new.member_id is not null begin
  insert into group_listing (group_id, name_key, member_id, place_id)
    select new.group_id, l.name_key, new.member_id, new.id from member_listing l where l.member_id = new.member_id;
end;
create trigger group_member_unlisted after update of until on group_member
  when old.until is null and new.until is not null and new.member_id is not null begin
  delete from group_listing where member_id = new.member_id and group_id = new.group_id;
end;
create trigger member_listed_in_groups after insert on member_listing begin
  insert into group_listing (group_id, name_key, member_id, place_id)
    select g.group_id, new.name_key, g.member_id, g.id from member m
      join group_member g on g.organization_id = m.organization_id and g.member_id = m.id and g.until is null
      where m.id = new.member_id;
end;
create trigger member_relisted_in_groups after update of name_key on member_listing
  when new.name_key <> old.name_key begin
  update group_listing set name_key = new.name_key where member_id = new.member_id;
end;
create trigger member_unlisted_in_groups after delete on member_listing begin
  delete from group_listing where member_id = old.member_id;
end;

-- What groups are searched by; the number of the organization is in the high bits, as in the list of members.
create table group_text (
  number integer primary key,
  group_id text not null unique references "group" (id),
  search text not null                  -- folded words of name and description, each preceded by two spaces
) strict;
create virtual table group_search using fts5(
  search, content = 'group_text', content_rowid = 'number', columnsize = 0, detail = none,
  tokenize = 'trigram case_sensitive 1'
);
create trigger group_text_added after insert on group_text begin
  insert into group_search (rowid, search) values (new.number, new.search);
end;
create trigger group_text_changed after update of search on group_text when new.search <> old.search begin
  insert into group_search (group_search, rowid, search) values ('delete', old.number, old.search);
  insert into group_search (rowid, search) values (new.number, new.search);
end;
create trigger group_text_removed after delete on group_text begin
  insert into group_search (group_search, rowid, search) values ('delete', old.number, old.search);
end;
create trigger group_unsearched_at_end after update of until on "group"
  when old.until is null and new.until is not null begin
  delete from group_text where group_id = new.id;
end;

alter table organization_total add column groups integer not null default 0;
create trigger group_counted after insert on "group" when new.until is null begin
  update organization_total set groups = groups + 1 where organization_id = new.organization_id;
end;
create trigger group_uncounted after update of until on "group"
  when old.until is null and new.until is not null begin
  update organization_total set groups = groups - 1 where organization_id = new.organization_id;
end;
`
