const DAY_MS = 86_400_000
/** Days are counted by themselves and by so many together, so that a sum over years adds up few rows. */
const DAYS_TOGETHER = 64

const count = (edge: 'begun' | 'ended', at: string) => `
  insert into member_day (organization_id, span, first, ${edge}) values
    (new.organization_id, 1, ${at} / ${DAY_MS}, 1),
    (new.organization_id, ${DAYS_TOGETHER}, ${at} / ${DAY_MS} / ${DAYS_TOGETHER} * ${DAYS_TOGETHER}, 1)
    on conflict (organization_id, span, first) do update set ${edge} = ${edge} + 1;`

/**
 * What answers "as of a day" as quickly as "now": how many memberships began and ended on each day, those that have
 * ended in the order of names, and indexes of what has ended. `name_key` and `search_text` are the domain's own
 * functions, lent to the connection for this file.
 */
export const history = `
-- How many memberships began and ended: on each day since 1970 (UTC), and on every ${DAYS_TOGETHER} of them together.
create table member_day (
  organization_id text not null references organization (id),
  span integer not null check (span in (1, ${DAYS_TOGETHER})),
  first integer not null,
  begun integer not null default 0,
  ended integer not null default 0,
  primary key (organization_id, span, first)
) strict, without rowid;
insert into member_day (organization_id, span, first, begun, ended)
  select organization_id, span, at / ${DAY_MS} / span * span, sum(begun), sum(1 - begun) from (
    select organization_id, since as at, 1 as begun from member
    union all select organization_id, until, 0 from member where until is not null
  ) cross join (select 1 as span union all select ${DAYS_TOGETHER}) group by 1, 2, 3;
create trigger member_begins_on_a_day after insert on member begin${count('begun', 'new.since')}
end;
create trigger member_begins_and_has_ended after insert on member when new.until is not null begin${count('ended', 'new.until')}
end;
create trigger member_ends_on_a_day after update of until on member
  when old.until is null and new.until is not null begin${count('ended', 'new.until')}
end;

-- Memberships that have ended, by what their people are called today: the counterpart of member_listing.
create table member_past (
  id integer primary key,               -- the number of the organization in the high bits, then in order of ending
  number integer not null check (number = id >> 43),
  member_id text not null unique references member (id),
  name_key text not null,
  since integer not null,
  until integer not null,
  search text not null
) strict;
create index member_past_by_name on member_past (number, name_key, member_id, since, until);
create virtual table past_search using fts5(
  search, content = 'member_past', content_rowid = 'id', columnsize = 0, detail = none,
  tokenize = 'trigram case_sensitive 1'
);
insert into past_search (past_search, rank) values ('hashsize', 16777216);
create trigger member_past_kept after insert on member_past begin
  insert into past_search (rowid, search) values (new.id, new.search);
end;
create trigger member_past_changed after update of search on member_past when new.search <> old.search begin
  insert into past_search (past_search, rowid, search) values ('delete', old.id, old.search);
  insert into past_search (rowid, search) values (new.id, new.search);
end;
create trigger member_past_cleared after delete on member_past begin
  insert into past_search (past_search, rowid, search) values ('delete', old.id, old.search);
end;
insert into member_past (id, number, member_id, name_key, since, until, search)
  select (o.number << 43) + row_number() over (partition by o.number order by m.until, m.id), o.number, m.id, name_key(iif(u.deleted_at is null, ifnull(m.display_name, u.name), 'Deleted account')),
    m.since, m.until,
    search_text(iif(u.deleted_at is null, ifnull(m.display_name || ' ', '') || u.name, 'Deleted account'),
      u.email, u.username, m.title)
  from member m join organization o on o.id = m.organization_id join user u on u.id = m.user_id
  where m.until > m.since and o.until is null;

-- Whoever is no member any more goes from the list to those who were. Of an organization that has ended nothing
-- is kept, and its list is cleared later.
drop trigger member_unlisted_at_end;
create trigger member_unlisted_at_end after update of until on member
  when new.until is not null and (select until from organization where id = new.organization_id) is null begin
  insert into member_past (id, number, member_id, name_key, since, until, search)
    select 1 + ifnull((select max(id) from member_past where id >= number << 43 and id < (number + 1) << 43),
        number << 43), number, member_id, name_key, new.since, new.until, search from member_listing
      where member_id = new.id and new.until > new.since;
  delete from member_listing where member_id = new.id;
end;

-- When somebody joined is looked at without reading their row.
drop index member_listing_by_name;
create index member_listing_by_name on member_listing (number, name_key, member_id, joined_at);

-- What somebody held when: their roles at the organization apart from those in projects.
drop index assignment_history;
create index assignment_history on assignment (organization_id, member_id, project_id, since)
  where member_id is not null;

-- What has ended, by what it was at and when: beside the indexes of what is live it answers for any day.
create index assignment_role_ended on assignment (organization_id, role_id, until)
  where until is not null and member_id is not null and project_id is null;
create index assignment_of_group_ended on assignment (organization_id, group_id, until)
  where until is not null and group_id is not null;
create index assignment_project_ended on assignment (organization_id, project_id, until)
  where until is not null and project_id is not null and invitation_id is null;
create index group_member_ended on group_member (organization_id, group_id, until)
  where until is not null and invitation_id is null;
create index group_child_ended on group_member (organization_id, child_group_id, until)
  where until is not null and child_group_id is not null;

-- What changed between two days, by when it did. A role at the organization follows one that ended.
create index assignment_ended on assignment (organization_id, until)
  where until is not null and invitation_id is null;
create index assignment_begun_at_project on assignment (organization_id, since)
  where project_id is not null and invitation_id is null;
create index assignment_expired on assignment (organization_id, expires_at)
  where expires_at is not null and invitation_id is null;
create index group_member_begun on group_member (organization_id, since) where invitation_id is null;
create index group_member_left on group_member (organization_id, until)
  where until is not null and invitation_id is null;
`
