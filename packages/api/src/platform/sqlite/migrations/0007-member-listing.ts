const LEVELS = [1, 2, 3]
const spanOf = (level: number, label: string) =>
  `(select max(first) from member_span where level = ${level} and first <= ${label})`

const ENTERS_SPANS = (label: string) =>
  LEVELS.map(
    (level) => `
  update member_span set members = members + 1 where level = ${level} and first = ${spanOf(level, label)};`,
  ).join('')

// An empty span gives its labels to the one before it, except where one of the level above begins that is not empty.
const LEAVES_SPANS = (label: string) =>
  LEVELS.map(
    (level) => `
  update member_span set members = members - 1 where level = ${level} and first = ${spanOf(level, label)};`,
  ).join('') +
  LEVELS.toReversed()
    .map(
      (level) => `
  delete from member_span where level in (${LEVELS.slice(0, level)}) and first & 8796093022207 <> 0
    and first = ${spanOf(level, label)}
    and not exists (select 1 from member_span same where same.first = member_span.first
      and same.level in (${LEVELS.slice(level - 1)}) and (same.level > ${level} or same.members > 0));`,
    )
    .join('')

/**
 * The list of members as it is read: one row per live membership with everything a page shows, sorts and searches
 * by. Its row id is a label that keeps the order of names: the organization's number in the high bits, the place
 * by name in the low 43, so that a range of row ids is an organization and its order is the list. `members/`
 * places the labels; what hangs on a row (search index, counts) is kept by triggers and cannot be forgotten.
 */
export const memberListing = `
create table member_listing (
  position integer primary key,
  number integer not null check (number = position >> 43), -- of the organization
  member_id text not null unique references member (id),
  user_id text not null references user (id),
  name_key text not null,               -- what the order by name is made of
  own_name text not null,
  display_name text,
  title text,
  email text not null,
  username text,
  verified integer not null check (verified in (0, 1)),
  role_id text not null references role (id),
  role_key text,
  role_name text not null,
  source text not null,
  joined_at integer not null,
  active_at integer not null default 0, -- 0: never
  search text not null                  -- folded words of every visible column, each preceded by two spaces
) strict;
create unique index member_listing_by_name on member_listing (number, name_key, member_id);
create index member_listing_by_email on member_listing (number, email);
create index member_listing_by_joined on member_listing (number, joined_at);
create index member_listing_by_active on member_listing (number, active_at);
create index member_listing_by_role on member_listing (number, role_id);

-- An organization's number must fit into the twenty high bits.
create trigger organization_number_fits before insert on organization
  when new.number < 0 or new.number >= 1048576 begin
  select raise(abort, 'organizations are numbered below 1048576');
end;

-- Tenants cannot mix: the label, the membership, the person and the role are of one organization.
create trigger member_listing_is_true before insert on member_listing when not exists (
  select 1 from member m
    join organization o on o.id = m.organization_id
    join role r on r.organization_id = m.organization_id and r.id = new.role_id
    where m.id = new.member_id and m.user_id = new.user_id and m.until is null
      and o.number = new.position >> 43
) begin
  select raise(abort, 'a listed row is of one organization');
end;
create trigger member_listing_stays_true before update of position, member_id, user_id, role_id on member_listing
  when new.position >> 43 <> old.position >> 43 or new.member_id <> old.member_id or new.user_id <> old.user_id
    or not exists (
      select 1 from member m join role r on r.organization_id = m.organization_id and r.id = new.role_id
      where m.id = new.member_id
    ) begin
  select raise(abort, 'a listed row is of one organization');
end;

-- Whoever is no member any more is not listed. When the organization itself has ended, its list is cleared later.
create trigger member_unlisted_at_end after update of until on member
  when new.until is not null and (select until from organization where id = new.organization_id) is null begin
  delete from member_listing where member_id = new.id;
end;

-- Finds parts of words in the order of names. It only narrows: the text itself decides.
create virtual table member_search using fts5(
  search, content = 'member_listing', content_rowid = 'position', columnsize = 0, detail = none,
  tokenize = 'trigram case_sensitive 1'
);
-- How much it gathers within a statement before it writes: the more, the less there is to merge after an import.
insert into member_search (member_search, rank) values ('hashsize', 16777216);

-- How many members there are in which span of labels, to find a page by its number: level 1 are spans of
-- members, levels 2 and 3 spans of spans. A span reaches to the next of its level; the first is there from the start.
create table member_span (
  level integer not null check (level in (1, 2, 3)),
  first integer not null,
  members integer not null check (members >= 0),
  primary key (level, first)
) strict, without rowid;
create trigger organization_gets_spans after insert on organization begin
  insert into member_span (level, first, members) values
    (1, new.number << 43, 0), (2, new.number << 43, 0), (3, new.number << 43, 0);
end;

-- How many members hold a role at the organization.
create table role_total (
  role_id text primary key references role (id),
  members integer not null check (members >= 0)
) strict, without rowid;

create trigger member_listed after insert on member_listing begin
  insert into member_search (rowid, search) values (new.position, new.search);
  insert into role_total (role_id, members) values (new.role_id, 1)
    on conflict (role_id) do update set members = members + 1;
  ${ENTERS_SPANS('new.position')}
end;
create trigger member_unlisted after delete on member_listing begin
  insert into member_search (member_search, rowid, search) values ('delete', old.position, old.search);
  update role_total set members = members - 1 where role_id = old.role_id;
  ${LEAVES_SPANS('old.position')}
end;
create trigger member_listing_searched after update of position, search on member_listing
  when new.position <> old.position or new.search <> old.search begin
  insert into member_search (member_search, rowid, search) values ('delete', old.position, old.search);
  insert into member_search (rowid, search) values (new.position, new.search);
end;
create trigger member_listing_role_counted after update of role_id on member_listing
  when new.role_id <> old.role_id begin
  update role_total set members = members - 1 where role_id = old.role_id;
  insert into role_total (role_id, members) values (new.role_id, 1)
    on conflict (role_id) do update set members = members + 1;
end;
create trigger member_listing_moved after update of position on member_listing
  when new.position <> old.position begin
  ${LEAVES_SPANS('old.position')}
  ${ENTERS_SPANS('new.position')}
end;

-- From whom the invitation came that a membership began with.
create index invitation_by_member on invitation (organization_id, member_id) where member_id is not null;
`
