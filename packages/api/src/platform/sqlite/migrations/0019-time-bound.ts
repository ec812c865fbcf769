/** What ends by itself is found by its end: in an organization, and anywhere for the warnings. */
export const timeBound = `
create index assignment_ending on assignment (organization_id, expires_at, id)
  where until is null and expires_at is not null;
create index assignment_ending_anywhere on assignment (expires_at, id)
  where until is null and expires_at is not null;
`
