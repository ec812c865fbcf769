import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, List, Permissions, Person, RoleRef, whole } from '../transport/rest/schemas.ts'
import { deleteOrganization } from './delete.ts'
import { entitlements } from './entitlements.ts'
import { getOrganization } from './get.ts'
import { overview } from './overview.ts'
import { policyFacts } from './policy-facts.ts'
import { setEntitlements } from './set-entitlements.ts'
import { updateOrganization } from './update.ts'

const ONE = '/organizations/{organization}'

const Policies = z
  .object({
    managedBy: z.enum(['admins', 'owners']).describe('Who manages members and invitations.'),
    expiryDays: z
      .object({ default: z.int(), min: z.int(), max: z.int(), never: z.boolean() })
      .describe('How long invitations stay open.'),
    seats: z.int().nullable().describe('The most members and open invitations together; null is unlimited.'),
    allowedDomains: z.array(z.string()).describe('None listed accepts all.'),
    blockedDomains: z.array(z.string()),
    oneOrganizationPerAccount: z.boolean(),
    defaultRole: z.enum(['viewer', 'member', 'admin']).describe('The role of an invitation that names none.'),
    addToDefaultProjects: z.boolean(),
    joinRequests: z.boolean().describe('Whether people who know its address may ask to join.'),
    requireReason: z.boolean().describe('Whether a role that decides about other people takes a reason.'),
    reminders: z.boolean(),
    historyDays: z
      .int()
      .nullable()
      .describe('After so many days closed invitations lose their personal data.'),
    auditDays: z.int().nullable().describe('Older entries of the audit trail are deleted.'),
    projectLabel: z.object({ one: z.string(), many: z.string() }).describe('What a project is called.'),
  })
  .meta({ id: 'Policies', description: 'What holds in the organization.' })

const Organization = z
  .object({
    id: AnId('org'),
    slug: z.string().describe('Its short name, as in its address.'),
    name: z.string(),
    createdAt: At,
    policies: Policies,
    role: RoleRef.describe('The role of the caller.'),
    permissions: Permissions.describe('What the caller may do in it.'),
    me: z.object({ member: AnId('mem'), user: AnId('usr') }).describe('Whom the key acts for.'),
    totals: z.object({
      members: z.int(),
      invitations: z.int().nullable().describe('Open ones; null without the permission to see them.'),
    }),
  })
  .meta({ id: 'Organization', description: 'An organization as the caller stands in it.' })

const one = get({
  path: ONE,
  name: 'organizations.get',
  summary: 'Get the organization',
  calls: getOrganization,
  answers: Organization,
  shows: ({ since, ...organization }) => ({ ...organization, createdAt: since }),
})

const Overview = z
  .object({
    suggestions: z.array(z.string()).describe('What to do next, such as `define-roles`.'),
    totals: z.object({
      members: z.int(),
      invitations: z.int().nullable(),
      expiringSoon: z.int().nullable(),
      undeliverable: z.int().nullable(),
    }),
    roleMix: z.array(z.object({ role: RoleRef, members: z.int() })),
    membersOverTime: z.array(z.object({ at: At, members: z.int() })),
    recentlyJoined: z.array(Person.extend({ member: AnId('mem'), at: At })),
  })
  .meta({ id: 'Overview', description: 'The organization at a glance.' })

const PolicyFacts = z
  .object({
    seats: z.object({ members: z.int(), invitations: z.int() }).describe('Who sits.'),
    elsewhere: z.int().nullable().describe('Members who are in another organization too.'),
    defaultProjects: z
      .array(z.object({ id: AnId('prj'), name: z.string(), role: z.string() }))
      .nullable()
      .describe('The projects that new members join.'),
  })
  .meta({ id: 'PolicyFacts', description: 'What there is beside the policies.' })

const Entitlement = z
  .object({ name: z.string(), text: z.string(), link: z.string().nullable() })
  .meta({ id: 'Entitlement', description: 'What the organization offers everybody who is in it.' })
const Entitlements = List(Entitlement, 'Entitlements')

const offered = get({
  path: `${ONE}/entitlements`,
  name: 'organizations.entitlements',
  summary: 'List what the organization offers its members',
  calls: entitlements,
  answers: Entitlements,
  shows: whole,
})

/** The resource `organizations`: the one that the key works in. */
export const organizationRoutes: readonly Route[] = [
  one,
  act({
    method: 'PATCH',
    path: ONE,
    name: 'organizations.update',
    summary: 'Change the name, the short name and the policies',
    description: 'What is not given stays.',
    refuses: ['slug-taken', 'invalid-slug', 'invalid-name'],
    calls: updateOrganization,
    resource: one,
    at: ({ slug }) => ({ organization: slug }),
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'organizations.delete',
    summary: 'Delete the organization',
    description:
      'Memberships end, open invitations are revoked, keys die, the audit trail stays. `confirm` is its short name.',
    calls: deleteOrganization,
    nothing: true,
    resource: one,
  }),
  get({
    path: `${ONE}/overview`,
    name: 'organizations.overview',
    summary: 'The organization at a glance',
    calls: overview,
    answers: Overview,
  }),
  get({
    path: `${ONE}/policy-facts`,
    name: 'organizations.policyFacts',
    summary: 'What there is beside the policies',
    calls: policyFacts,
    answers: PolicyFacts,
  }),
  offered,
  act({
    method: 'PUT',
    path: `${ONE}/entitlements`,
    name: 'organizations.setEntitlements',
    summary: 'Say what the organization offers its members',
    description: 'The whole list, in its order.',
    refuses: ['too-large', 'invalid-name'],
    calls: setEntitlements,
    resource: offered,
    at: (_, params) => params,
  }),
]
