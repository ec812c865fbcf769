/**
 * What an invitation carries beside its role, the texts an organization writes its letters with, and what it asks
 * new members to do first.
 */
export const invitationTerms = `
-- Whoever accepts also joins the projects that new members join.
alter table invitation add column default_projects integer not null default 0 check (default_projects in (0, 1));
-- Whether the mail carries the organization's own text.
alter table invitation add column template integer not null default 1 check (template in (0, 1));

-- Led by the project: what was ever offered there, also by invitations that are closed.
create index assignment_offered_at_project on assignment (organization_id, project_id, invitation_id)
  where invitation_id is not null and project_id is not null;
-- The groups of an invitation, the last ones also after it was closed. Ids sort by birth.
create index group_member_by_invitation on group_member (organization_id, invitation_id, id)
  where invitation_id is not null;

create table message_template (
  organization_id text not null references organization (id),
  kind text not null check (kind in ('invitation', 'welcome')),
  subject text not null,
  body text not null,
  updated_at integer not null,
  updated_by text not null references user (id),
  primary key (organization_id, kind)
) strict, without rowid;

create table onboarding_step (
  id text primary key,
  organization_id text not null references organization (id),
  position integer not null,
  title text not null,
  text text not null,
  link text,
  unique (organization_id, id)
) strict;
create index onboarding_step_in_order on onboarding_step (organization_id, position, id);

-- What a member has done of it; it goes with the step.
create table onboarding_done (
  organization_id text not null,
  member_id text not null,
  step_id text not null,
  at integer not null,
  primary key (organization_id, member_id, step_id),
  foreign key (organization_id, member_id) references member (organization_id, id),
  foreign key (organization_id, step_id) references onboarding_step (organization_id, id) on delete cascade
) strict, without rowid;
create table onboarding_dismissed (
  organization_id text not null,
  member_id text not null,
  at integer not null,
  primary key (organization_id, member_id),
  foreign key (organization_id, member_id) references member (organization_id, id)
) strict, without rowid;
`
