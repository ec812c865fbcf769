/**
 * Who has access to what, since when and until when. Rows that give access are never deleted and end once;
 * composite keys make a row that crosses organizations unstorable; an organization always has an owner.
 */
export const access = `
create table project (
  id text primary key,
  organization_id text not null references organization (id),
  name text not null,
  since integer not null,
  until integer,
  unique (organization_id, id)
) strict;

create table "group" (
  id text primary key,
  organization_id text not null references organization (id),
  name text not null,
  since integer not null,
  until integer,
  unique (organization_id, id)
) strict;

create table member (
  id text primary key,
  organization_id text not null references organization (id),
  user_id text not null references user (id),
  display_name text,                    -- the name to show in this organization, if not the person's own
  title text,
  source text not null check (source in ('setup', 'creation', 'invitation', 'request', 'directory', 'import')),
  last_active_at integer,
  since integer not null,
  until integer,
  ended_by text references user (id),
  unique (organization_id, id),
  check (until is null or until >= since)
) strict;
create unique index member_live on member (organization_id, user_id) where until is null;
create index member_of_user on member (user_id);
create index member_joined on member (organization_id, since);
create index member_ended on member (organization_id, until) where until is not null;

create table group_member (
  id text primary key,
  organization_id text not null,
  group_id text not null,
  member_id text,
  child_group_id text,
  since integer not null,
  until integer,
  given_by text references user (id),
  ended_by text references user (id),
  foreign key (organization_id, group_id) references "group" (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, child_group_id) references "group" (organization_id, id),
  check ((member_id is null) <> (child_group_id is null))
) strict;
create unique index group_member_live on group_member (organization_id, member_id, group_id)
  where until is null and member_id is not null;
create unique index group_child_live on group_member (organization_id, child_group_id, group_id)
  where until is null and child_group_id is not null;

create table invitation (
  id text primary key,
  organization_id text not null references organization (id),
  email text not null,                  -- canonical address the mail goes to
  user_id text references user (id),    -- set when invited by username: then only this account may accept
  state text not null
    check (state in ('pending', 'accepted', 'declined', 'revoked', 'superseded', 'deleted')),
  generation integer not null default 1, -- a new one makes every older link void
  message text,
  welcome integer not null default 1 check (welcome in (0, 1)),
  invited_by text not null references user (id),
  created_at integer not null,
  sent_at integer not null,             -- of the present generation
  expires_at integer,                   -- null: never; whether it has expired is read off the clock
  opened_at integer,
  closed_at integer,
  closed_by text references user (id),
  member_id text,                       -- what it became
  message_id text,                      -- its latest mail in the outbox
  unique (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  check ((state = 'pending') = (closed_at is null))
) strict;
create unique index invitation_live on invitation (organization_id, email) where state = 'pending';
create index invitation_pending on invitation (organization_id, sent_at, id) where state = 'pending';
create index invitation_pending_expiry on invitation (organization_id, expires_at, id) where state = 'pending';
create index invitation_by_sent on invitation (organization_id, sent_at, id);
create index invitation_by_email on invitation (organization_id, email, id);
create index invitation_for_email on invitation (email, state);
create index invitation_for_user on invitation (user_id) where user_id is not null;
create index invitation_by_sender on invitation (organization_id, invited_by, sent_at, id);

-- The core relation: a subject holds a role at a scope, from since until until.
create table assignment (
  id text primary key,
  organization_id text not null,
  member_id text,
  group_id text,
  invitation_id text,
  role_id text not null,
  project_id text,                      -- null: at the organization
  since integer not null,
  until integer,
  expires_at integer,                   -- read off the clock at the moment of use
  given_by text references user (id),
  ended_by text references user (id),
  reason text,
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, group_id) references "group" (organization_id, id),
  foreign key (organization_id, invitation_id) references invitation (organization_id, id),
  foreign key (organization_id, role_id) references role (organization_id, id),
  foreign key (organization_id, project_id) references project (organization_id, id),
  check ((member_id is not null) + (group_id is not null) + (invitation_id is not null) = 1),
  check (until is null or until >= since)
) strict;
create unique index assignment_of_member_at_organization on assignment (organization_id, member_id)
  where until is null and member_id is not null and project_id is null;
create unique index assignment_of_member_at_project on assignment (organization_id, member_id, project_id)
  where until is null and member_id is not null and project_id is not null;
create unique index assignment_of_group on assignment (organization_id, group_id, ifnull(project_id, ''))
  where until is null and group_id is not null;
create unique index assignment_of_invitation on assignment (organization_id, invitation_id, ifnull(project_id, ''))
  where until is null and invitation_id is not null;
-- The end is in it so that counting never leaves the index.
create index assignment_by_role on assignment (organization_id, role_id, member_id, until) where until is null;
create index assignment_history on assignment (organization_id, member_id, since);

-- Rows that give access end once and are never deleted.
create trigger member_is_kept before delete on member begin
  select raise(abort, 'members are ended, never deleted');
end;
create trigger assignment_is_kept before delete on assignment begin
  select raise(abort, 'assignments are ended, never deleted');
end;
create trigger group_member_is_kept before delete on group_member begin
  select raise(abort, 'group memberships are ended, never deleted');
end;
create trigger member_ends_once before update of since, until, organization_id, user_id on member
  when old.until is not null or new.since <> old.since
    or new.organization_id <> old.organization_id or new.user_id <> old.user_id begin
  select raise(abort, 'a membership ends once and keeps its terms');
end;
create trigger assignment_ends_once
  before update of since, until, organization_id, member_id, group_id, role_id, project_id on assignment
  when old.until is not null or new.since <> old.since or new.organization_id <> old.organization_id
    or new.role_id <> old.role_id or new.member_id is not old.member_id or new.group_id is not old.group_id
    or new.project_id is not old.project_id begin
  select raise(abort, 'an assignment ends once and keeps its terms');
end;
create trigger group_member_ends_once before update of since, until on group_member
  when old.until is not null or new.since <> old.since begin
  select raise(abort, 'a group membership ends once');
end;

-- Removal is total: whatever a member holds ends with the membership.
create trigger member_end_is_total after update of until on member when new.until is not null begin
  update assignment set until = new.until, ended_by = new.ended_by
    where organization_id = new.organization_id and member_id = new.id and until is null;
  update group_member set until = new.until, ended_by = new.ended_by
    where organization_id = new.organization_id and member_id = new.id and until is null;
end;

-- An organization always has an owner. The trigger stands down when the organization itself has ended.
create trigger organization_keeps_an_owner before update of until on assignment
  when old.until is null and new.until is not null and old.member_id is not null and old.project_id is null
    and (select key from role where id = old.role_id) is 'owner'
    and (select until from organization where id = old.organization_id) is null
    and not exists (
      select 1 from assignment other
      where other.organization_id = old.organization_id and other.role_id = old.role_id
        and other.until is null and other.member_id is not null and other.id <> old.id
    ) begin
  select raise(abort, 'last-owner');
end;
create trigger owner_is_a_person_without_end before insert on assignment
  when new.project_id is null and new.invitation_id is null
    and (new.group_id is not null or new.expires_at is not null)
    and (select key from role where id = new.role_id) is 'owner' begin
  select raise(abort, 'owner is held by a person, without an end');
end;

-- Totals are kept, not counted.
create trigger member_counted after insert on member when new.until is null begin
  update organization_total set members = members + 1 where organization_id = new.organization_id;
end;
create trigger member_uncounted after update of until on member
  when old.until is null and new.until is not null begin
  update organization_total set members = members - 1 where organization_id = new.organization_id;
end;
create trigger invitation_counted after insert on invitation when new.state = 'pending' begin
  update organization_total set invitations = invitations + 1 where organization_id = new.organization_id;
end;
create trigger invitation_uncounted after update of state on invitation
  when old.state = 'pending' and new.state <> 'pending' begin
  update organization_total set invitations = invitations - 1 where organization_id = new.organization_id;
end;
create trigger invitation_closes_once before update of state on invitation
  when old.state <> 'pending' and new.state <> old.state begin
  select raise(abort, 'an invitation closes once');
end;
`
