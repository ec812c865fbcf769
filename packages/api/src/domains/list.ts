import { type DomainId, type DomainStatus, domainStatus, type Instant } from '@roster/domain'
import type { DomainMailbox } from '../platform/domain-table.ts'
import { inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { MessageState } from '../platform/schema.ts'
import { type RoleRef, rolesAt } from '../roles/store.ts'
import { proofEvent } from './store.ts'

/** A domain as the settings show it. */
export interface ListedDomain {
  readonly id: DomainId
  readonly name: string
  readonly status: DomainStatus
  readonly mailbox: DomainMailbox
  readonly sentAt: Instant
  readonly expiresAt: Instant
  readonly verifiedAt: Instant | null
  /** The role with which people join by themselves; null when they do not. */
  readonly autoJoin: RoleRef | null
  readonly addedBy: Person | null
  /** What became of the latest proof mail. */
  readonly delivery: { readonly state: MessageState; readonly outcome: string | null } | null
}

/** The domains of the organization, by name. Twenty at the most, so there are no pages. */
export const listDomains = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, organization, now }): Promise<readonly ListedDomain[]> {
    const rows = await db
      .selectFrom('domain')
      .selectAll()
      .where('organization_id', '=', organization.id)
      .where('until', 'is', null)
      .orderBy('name')
      .execute()
    if (rows.length === 0) return []
    const roles = new Map((await rolesAt(db, organization, 'organization')).map((role) => [role.id, role]))
    const people = await peopleOf(
      db,
      organization.id,
      rows.flatMap((row) => row.added_by ?? []),
    )
    const mails = await db
      .selectFrom('message')
      .select(['event', 'state', 'outcome'])
      .where(
        'event',
        'in',
        rows.map((row) => proofEvent(row.id, row.generation)),
      )
      .execute()
    return rows.map((row) => {
      const { id, name, mailbox, sent_at: sentAt, expires_at: expiresAt, verified_at: verifiedAt } = row
      const role = row.auto_join_role_id ? roles.get(row.auto_join_role_id) : undefined
      const mail = mails.find((one) => one.event === proofEvent(id, row.generation))
      return {
        id,
        name,
        status: domainStatus({ verifiedAt, expiresAt }, now),
        mailbox,
        sentAt,
        expiresAt,
        verifiedAt,
        autoJoin: role ? { id: role.id, key: role.key, name: role.name } : null,
        addedBy: (row.added_by && people.get(row.added_by)) ?? null,
        delivery: mail ? { state: mail.state, outcome: mail.outcome } : null,
      }
    })
  },
})
