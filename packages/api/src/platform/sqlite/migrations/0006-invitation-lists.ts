/** Every filter and sort of the list of invitations walks an index of its own, whatever else is in the table. */
export const invitationLists = `
create index invitation_by_expiry on invitation (organization_id, expires_at, id);
create index invitation_closed_by_sent on invitation (organization_id, state, sent_at, id)
  where state <> 'pending';
create index invitation_closed_by_expiry on invitation (organization_id, state, expires_at, id)
  where state <> 'pending';
create index invitation_closed_by_email on invitation (organization_id, state, email, id)
  where state <> 'pending' and user_id is null;
-- Invited by username: their address decides about nothing that the sender can see, not even about an order.
create index invitation_to_username on invitation (organization_id, id) where user_id is not null;

-- The terms of an invitation, the last ones also after it was closed. Ids sort by birth.
create index assignment_by_invitation on assignment (organization_id, invitation_id, id)
  where invitation_id is not null;

-- Mail that could not be delivered is rare, and asked for on every visit.
create index message_failed on message (organization_id, kind, reference_id) where state = 'failed';
`
