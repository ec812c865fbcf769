import type { NewId } from '@roster/domain'
import { beginMembership } from '../members/store.ts'
import type { OpenAuditFacts } from '../platform/open-command.ts'
import type { MemberSource } from '../platform/schema.ts'
import type { Transaction } from '../platform/writer.ts'
import { insertOrganization, type NewOrganization } from './store.ts'

/**
 * Makes an organization and whoever founds it its first owner, and answers the entries that tell of both. Refuses
 * with `slug-taken`.
 */
export async function foundOrganization(
  tx: Transaction,
  newId: NewId,
  organization: NewOrganization,
  source: Extract<MemberSource, 'setup' | 'creation'>,
): Promise<readonly [OpenAuditFacts, OpenAuditFacts]> {
  const { name, slug, by: founder, now } = organization
  const { id, ownerRole: role } = await insertOrganization(tx, newId, organization)
  const membership = { organization: id, user: founder, role, source, by: null, now }
  const member = await beginMembership(tx, newId, membership)
  const entry = { organization: id, actor: founder }
  return [
    { ...entry, action: 'organization.created', target: { kind: 'organization', id }, facts: { name, slug } },
    {
      ...entry,
      action: 'member.joined',
      target: { kind: 'user', id: founder },
      facts: { member, role, source },
    },
  ]
}
