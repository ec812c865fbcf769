import type { DomainId, Instant, OrganizationId, RoleId, UserId } from '@roster/domain'
import type { Generated } from 'kysely'

export type DomainMailbox = 'postmaster' | 'admin'

/** Domains of organizations, proven or not; `0014-policies` says more. */
export interface DomainTable {
  id: DomainId
  organization_id: OrganizationId
  name: string
  mailbox: DomainMailbox
  generation: Generated<number>
  sent_at: Instant
  expires_at: Instant
  verified_at: Instant | null
  auto_join_role_id: RoleId | null
  added_by: UserId | null
  since: Instant
  until: Instant | null
  ended_by: UserId | null
}
