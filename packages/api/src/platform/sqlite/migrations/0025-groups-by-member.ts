/** Who is in a group, in the order of memberships: a page of everybody who may do something costs the same at any depth. */
export const groupsByMember = `
create index group_member_in_order on group_member (organization_id, group_id, member_id)
  where until is null and member_id is not null;
`
