import { checkPolicies, mayChangePolicies, orThrow } from '@roster/domain'
import { z } from 'zod'
import type { Organization } from '../platform/access.ts'
import type { AuditFacts, AuditValue } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { inOrganization, OrganizationName, Slug } from '../platform/input.ts'
import { holdsOwner } from '../roles/store.ts'
import { refuseTakenSlug } from './store.ts'

const Days = z.int().optional()
const Domains = z.array(z.string().max(300)).max(1_000).optional()
const Label = z.strictObject({ one: z.string().max(100), many: z.string().max(100) })
/** What it may be and what it means is for the domain to say. */
const Policies = z.strictObject({
  managedBy: z.enum(['admins', 'owners']).optional(),
  expiryDays: z
    .strictObject({ default: Days, min: Days, max: Days, never: z.boolean().optional() })
    .optional(),
  seats: z.int().nullable().optional(),
  allowedDomains: Domains,
  blockedDomains: Domains,
  oneOrganizationPerAccount: z.boolean().optional(),
  defaultRole: z.enum(['viewer', 'member', 'admin']).optional(),
  addToDefaultProjects: z.boolean().optional(),
  joinRequests: z.boolean().optional(),
  requireReason: z.boolean().optional(),
  reminders: z.boolean().optional(),
  historyDays: z.int().nullable().optional(),
  auditDays: z.int().nullable().optional(),
  projectLabel: Label.optional(),
})

/**
 * Changes the name, the short name and the policies; what is not given stays. Refuses with `slug-taken`, with
 * `invalid-input` for policies that make no sense together, and with `not-permitted` when somebody other than an
 * owner changes what only owners decide. Each thing that changed is an entry of its own, with before and after.
 */
export const updateOrganization = command({
  permission: 'organization.update',
  records: 'organization.updated',
  input: inOrganization({
    name: OrganizationName.optional(),
    slug: Slug.optional(),
    policies: Policies.optional(),
  }),
  async run(
    { tx, organization, held },
    { name = organization.name, slug = organization.slug, policies = {} },
  ) {
    const after = { name, slug, policies: orThrow(checkPolicies(policies, organization.policies)) }
    const byOwner = await holdsOwner(tx, organization.id, held)
    orThrow(mayChangePolicies({ before: organization.policies, after: after.policies, byOwner }))
    if (slug !== organization.slug) await refuseTakenSlug(tx, slug, organization.id)
    const [first, ...others] = changes(organization, after)
    if (!first) return { result: { slug }, audit: UNCHANGED }
    await tx
      .updateTable('organization')
      .set({ name, slug, policies: JSON.stringify(after.policies) })
      .where('id', '=', organization.id)
      .execute()
    return { result: { slug }, audit: [first, ...others] }
  },
})

function changes(
  before: Organization,
  after: Pick<Organization, 'name' | 'slug' | 'policies'>,
): readonly AuditFacts[] {
  const target = { kind: 'organization', id: before.id } as const
  const now = new Map(values(after))
  return values(before).flatMap(([field, value]) => {
    const next = now.get(field) ?? null
    return JSON.stringify(value) === JSON.stringify(next)
      ? []
      : [{ target, facts: { field, before: value, after: next } }]
  })
}

function values(
  organization: Pick<Organization, 'name' | 'slug' | 'policies'>,
): readonly [string, AuditValue][] {
  const { expiryDays, projectLabel, ...policies } = organization.policies
  return [
    ['name', organization.name],
    ['slug', organization.slug],
    ...Object.entries(policies),
    ...Object.entries(expiryDays).map(([key, value]): [string, AuditValue] => [`expiryDays.${key}`, value]),
    ['projectLabel', `${projectLabel.one}, ${projectLabel.many}`],
  ]
}
