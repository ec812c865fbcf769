/** Organizations, their roles, and the totals that are kept rather than counted. */
export const organizations = `
create table organization (
  id text primary key,
  number integer not null unique,       -- small and dense, so that it fits the high bits of an index key
  slug text not null unique,            -- never given to another organization, not even after this one ended
  name text not null,
  policies text not null default '{}',
  created_by text references user (id),
  since integer not null,
  until integer
) strict;

-- A short name that was given up leads to the organization that had it, and to no other.
create table former_slug (
  slug text primary key,
  organization_id text not null references organization (id)
) strict, without rowid;
create trigger organization_keeps_former_slug after update of slug on organization
  when new.slug <> old.slug begin
  delete from former_slug where slug = new.slug and organization_id = new.id;
  insert into former_slug (slug, organization_id) values (old.slug, new.id);
end;

create table role (
  id text primary key,
  organization_id text not null references organization (id),
  level text not null check (level in ('organization', 'project')),
  key text,                             -- set for the built-in ones, whose permissions live in code
  name text not null,
  description text not null default '',
  permissions text not null default '[]',
  created_at integer not null,
  until integer,
  unique (organization_id, id)
) strict;
create unique index role_by_key on role (organization_id, level, key) where key is not null;
create unique index role_by_name on role (organization_id, level, lower(name)) where until is null;

create table organization_total (
  organization_id text primary key references organization (id),
  members integer not null default 0,
  invitations integer not null default 0 -- the pending ones, expired or not
) strict;
create trigger organization_gets_totals after insert on organization begin
  insert into organization_total (organization_id) values (new.id);
end;
`
