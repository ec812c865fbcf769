export function MyInvitationsPage() {
  return null
}
