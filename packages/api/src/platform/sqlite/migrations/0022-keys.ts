const DAY_MS = 86_400_000
/** As in 0016: days are counted by themselves and by so many together. */
const DAYS_TOGETHER = 64

const count = (edge: 'begun' | 'ended', at: string) => `
  insert into member_day (organization_id, span, first, ${edge}) values
    (new.organization_id, 1, ${at} / ${DAY_MS}, 1),
    (new.organization_id, ${DAYS_TOGETHER}, ${at} / ${DAY_MS} / ${DAYS_TOGETHER} * ${DAYS_TOGETHER}, 1)
    on conflict (organization_id, span, first) do update set ${edge} = ${edge} + 1;`

const isPerson = (member: string) =>
  `(${member} is not null and not exists (select 1 from service_account where member_id = ${member}))`

/**
 * Programs: service accounts, which are members that are no people, and API keys. A key's secret is stored as its
 * hash; what a key may do at the most is written down when it is made, so a role that grows later widens no key.
 */
export const keys = `
alter table user add column kind text not null default 'person' check (kind in ('person', 'service'));

create table service_account (
  id text primary key,
  organization_id text not null,
  user_id text not null unique references user (id),
  member_id text not null unique,
  name_identity text not null,          -- of its live namesakes there is one
  description text not null default '',
  created_by text references user (id),
  since integer not null,
  until integer,
  foreign key (organization_id, member_id) references member (organization_id, id),
  check (until is null or until >= since)
) strict;
create unique index service_account_named on service_account (organization_id, name_identity) where until is null;
create index service_account_listed on service_account (organization_id, id) where until is null;

-- Their names, also of those that have ended.
create view named_service as
  select s.id, s.organization_id, u.name from service_account s join user u on u.id = s.user_id;

create table api_key (
  id text primary key,
  organization_id text not null,
  member_id text not null,              -- whose it is: it ends with the membership
  user_id text not null references user (id),
  project_id text,                      -- works at this project only; null: at the whole organization
  role_id text not null,                -- its ceiling, and as narrow as that role is today
  permissions text not null,            -- what the ceiling allowed when the key was made, less what was left out
  name text not null,
  created_by text not null references user (id),
  since integer not null,
  until integer,
  expires_at integer,                   -- read off the clock at the moment of use
  ended_by text references user (id),
  last_used_at integer,
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, role_id) references role (organization_id, id),
  foreign key (organization_id, project_id) references project (organization_id, id),
  check (until is null or until >= since)
) strict;
create index api_key_listed on api_key (organization_id, id) where until is null;
create index api_key_ending on api_key (expires_at, id) where until is null and expires_at is not null;
create index api_key_of_member on api_key (organization_id, member_id) where until is null;
create index api_key_of_project on api_key (organization_id, project_id) where until is null and project_id is not null;

-- Two while one takes the place of the other. What is stored here opens nothing.
create table api_key_secret (
  hash text primary key,                -- SHA-256 of the whole key
  key_id text not null references api_key (id),
  hint text not null,                   -- its last characters, to tell keys apart
  since integer not null,
  until integer                         -- read off the clock at the moment of use
) strict, without rowid;
create index api_key_secret_of on api_key_secret (key_id);

create trigger api_key_is_kept before delete on api_key begin
  select raise(abort, 'keys are ended, never deleted');
end;
create trigger api_key_ends_once before update of since, until, organization_id, member_id, user_id, project_id on api_key
  when old.until is not null or new.since <> old.since or new.organization_id <> old.organization_id
    or new.member_id <> old.member_id or new.user_id <> old.user_id or new.project_id is not old.project_id begin
  select raise(abort, 'a key ends once and keeps its terms');
end;
-- A key never allows more than when it was made.
create trigger api_key_never_widens before update of permissions, role_id on api_key
  when new.role_id <> old.role_id
    or exists (select value from json_each(new.permissions) except select value from json_each(old.permissions)) begin
  select raise(abort, 'a key is never widened');
end;
create trigger member_end_ends_keys after update of until on member when old.until is null and new.until is not null begin
  update api_key set until = max(new.until, since), ended_by = new.ended_by
    where organization_id = new.organization_id and member_id = new.id and until is null;
  update service_account set until = max(new.until, since) where member_id = new.id and until is null;
end;
create trigger project_end_ends_keys after update of until on project when old.until is null and new.until is not null begin
  update api_key set until = max(new.until, since), ended_by = new.ended_by
    where organization_id = new.organization_id and project_id = new.id and until is null;
end;

-- An organization's owner is a person.
create trigger owner_is_no_program before insert on assignment
  when new.project_id is null and new.member_id is not null
    and (select key from role where id = new.role_id) is 'owner'
    and (select u.kind from member m join user u on u.id = m.user_id where m.id = new.member_id) is 'service' begin
  select raise(abort, 'an owner is a person');
end;

-- What is counted is people.
drop trigger member_counted;
create trigger member_counted after insert on member
  when new.until is null and (select kind from user where id = new.user_id) = 'person' begin
  update organization_total set members = members + 1 where organization_id = new.organization_id;
end;
drop trigger member_uncounted;
create trigger member_uncounted after update of until on member
  when old.until is null and new.until is not null and (select kind from user where id = new.user_id) = 'person' begin
  update organization_total set members = members - 1 where organization_id = new.organization_id;
end;
drop trigger assignment_counted;
create trigger assignment_counted after insert on assignment
  when new.until is null and new.project_id is not null and new.invitation_id is null begin
  update project_total set members = members + ${isPerson('new.member_id')},
    groups = groups + (new.group_id is not null) where project_id = new.project_id;
end;
drop trigger assignment_uncounted;
create trigger assignment_uncounted after update of until on assignment
  when old.until is null and new.until is not null and new.project_id is not null and new.invitation_id is null begin
  update project_total set members = members - ${isPerson('new.member_id')},
    groups = groups - (new.group_id is not null) where project_id = new.project_id;
end;
-- Groups are of people.
create trigger group_takes_people before insert on group_member
  when exists (select 1 from service_account where member_id = new.member_id) begin
  select raise(abort, 'groups are of people');
end;
drop trigger member_begins_on_a_day;
create trigger member_begins_on_a_day after insert on member
  when (select kind from user where id = new.user_id) = 'person' begin${count('begun', 'new.since')}
end;
drop trigger member_ends_on_a_day;
create trigger member_ends_on_a_day after update of until on member
  when old.until is null and new.until is not null and (select kind from user where id = new.user_id) = 'person'
  begin${count('ended', 'new.until')}
end;
`
