/** People who ask to be let in, what mail they want, and their pictures. */
export const requestsAndAccounts = `
create table access_request (
  id text primary key,
  organization_id text not null references organization (id),
  user_id text not null references user (id),
  project_id text,                      -- null: to join the organization
  reason text not null,                 -- why they ask, in their own words
  state text not null check (state in ('pending', 'approved', 'rejected', 'withdrawn', 'void')),
  created_at integer not null,
  answered_at integer,
  answered_by text references user (id),
  role_id text,                         -- what was given
  ground text check (ground in ('members-only-data', 'collaboration', 'internal-visibility')),
  message text,                         -- what whoever answered has to say
  invitation_id text,                   -- what became of it: one of the two
  assignment_id text,
  unique (organization_id, id),
  foreign key (organization_id, project_id) references project (organization_id, id),
  foreign key (organization_id, role_id) references role (organization_id, id),
  foreign key (organization_id, invitation_id) references invitation (organization_id, id),
  check ((state = 'pending') = (answered_at is null)),
  check ((state = 'approved') = (ground is not null and role_id is not null))
) strict;
create unique index access_request_live on access_request (organization_id, user_id, ifnull(project_id, ''))
  where state = 'pending';
create index access_request_open on access_request (organization_id, id) where state = 'pending';
create index access_request_answered on access_request (organization_id, id) where state <> 'pending';
create index access_request_for_project on access_request (organization_id, project_id, id)
  where project_id is not null;
create index access_request_of_user on access_request (user_id, id);
create trigger access_request_is_answered_once before update of state on access_request
  when old.state <> 'pending' and new.state <> old.state begin
  select raise(abort, 'a request is answered once');
end;

-- What was asked for has gone, or whoever asked has left: there is nothing to answer any more.
create trigger project_end_voids_requests after update of until on project
  when old.until is null and new.until is not null begin
  update access_request set state = 'void', answered_at = new.until
    where organization_id = new.organization_id and project_id = new.id and state = 'pending';
end;
create trigger organization_end_voids_requests after update of until on organization
  when old.until is null and new.until is not null begin
  update access_request set state = 'void', answered_at = new.until
    where organization_id = new.id and state = 'pending';
end;
create trigger member_end_voids_requests after update of until on member
  when old.until is null and new.until is not null begin
  update access_request set state = 'void', answered_at = new.until
    where organization_id = new.organization_id and user_id = new.user_id and project_id is not null
      and state = 'pending';
end;

-- Mail that somebody does not want: from an organization, or of a kind.
create table mute (
  user_id text not null references user (id),
  organization_id text not null references organization (id),
  since integer not null,
  primary key (user_id, organization_id)
) strict, without rowid;
create table notification_preference (
  user_id text not null references user (id),
  kind text not null,                   -- a row: mail of this kind is switched off
  since integer not null,
  primary key (user_id, kind)
) strict, without rowid;

-- Pictures, each served under the hash of what it holds.
create table avatar (
  user_id text primary key references user (id),
  hash text not null,
  image blob not null,                  -- WebP, 256 by 256
  created_at integer not null
) strict;
create index avatar_by_hash on avatar (hash);
alter table user add column avatar text;           -- the hash, beside the person it shows
alter table member_listing add column avatar text;
`
