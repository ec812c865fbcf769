/** Reviews of who may do what: what is reviewed is frozen at the start, one row for each assignment. */
export const reviews = `
create table review (
  id text primary key,
  organization_id text not null references organization (id),
  name text not null,
  scope text not null check (scope in ('organization', 'projects', 'project')),
  project_id text,
  inactive_days integer,                -- only people without activity for as long
  fallback text not null check (fallback in ('keep', 'revoke')),
  deadline integer not null,
  state text not null check (state in ('open', 'closed', 'cancelled')),
  started_by text not null references user (id),
  since integer not null,
  closed_at integer,
  closed_by text references user (id),
  seal text,                            -- SHA-256 of the report, as the trail has it too
  items integer not null,
  decided integer not null default 0,
  unique (organization_id, id),
  foreign key (organization_id, project_id) references project (organization_id, id),
  check ((state = 'open') = (closed_at is null))
) strict;
create index review_by_since on review (organization_id, since);
create index review_due on review (deadline) where state = 'open';
create trigger review_ends_once before update of state on review
  when old.state <> 'open' and new.state <> old.state begin
  select raise(abort, 'a review ends once');
end;

create table review_item (
  id text primary key,
  organization_id text not null,
  review_id text not null,
  position integer not null,            -- 1, 2, 3 … in the order of names at the start
  assignment_id text not null references assignment (id),
  member_id text,
  group_id text,
  user_id text references user (id),    -- whose access it is; null for a group's
  project_id text,
  role_id text not null,
  last_active_at integer,               -- as it was at the start
  reviewer_id text not null references user (id),
  decision text check (decision in ('keep', 'change', 'revoke')),
  to_role_id text,
  decided_by text references user (id), -- null when the deadline decided
  decided_at integer,
  note text,
  outcome text check (outcome in ('kept', 'changed', 'revoked', 'moot', 'refused')),
  refusal text,
  foreign key (organization_id, review_id) references review (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, group_id) references "group" (organization_id, id),
  foreign key (organization_id, project_id) references project (organization_id, id),
  foreign key (organization_id, role_id) references role (organization_id, id),
  check ((member_id is null) <> (group_id is null)),
  check ((decision is null) = (outcome is null)),
  check (user_id is null or user_id <> reviewer_id)
) strict;
create unique index review_item_of on review_item (organization_id, review_id, position);
create index review_item_open on review_item (organization_id, review_id, reviewer_id, id) where decision is null;
create index review_item_mine on review_item (reviewer_id, organization_id, decision);
create trigger review_item_is_decided_once before update of decision on review_item
  when old.decision is not null begin
  select raise(abort, 'an item is decided once');
end;
create trigger review_item_is_kept before delete on review_item begin
  select raise(abort, 'what was reviewed is kept');
end;
create trigger review_item_counted after update of decision on review_item when new.decision is not null begin
  update review set decided = decided + 1 where id = new.review_id;
end;
`
