import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, Page, Person, RoleRef } from '../transport/rest/schemas.ts'
import { createServiceAccount } from './create.ts'
import { getServiceAccount } from './get.ts'
import { listServiceAccounts } from './list.ts'
import { removeServiceAccount } from './remove.ts'
import { updateServiceAccount } from './update.ts'

const ALL = '/organizations/{organization}/service-accounts'
const ONE = `${ALL}/{serviceAccount}`

const ServiceAccount = z
  .object({
    id: AnId('svc'),
    member: AnId('mem').describe('Its membership: what role assignments and keys name it by.'),
    user: AnId('usr').describe('Its account: what the audit trail names it by.'),
    name: z.string(),
    description: z.string(),
    role: RoleRef.describe('At the organization.'),
    projects: z.int().describe('In how many projects it holds a role.'),
    keys: z
      .object({ count: z.int(), lastUsedAt: At.nullable() })
      .nullable()
      .describe('How many keys of it work, and when one was last used; null to those who may not see keys.'),
    createdAt: At,
    createdBy: Person.nullable(),
  })
  .meta({ id: 'ServiceAccount', description: 'A member of the organization that is no person.' })

const one = get({
  path: ONE,
  name: 'serviceAccounts.get',
  summary: 'Get a service account',
  calls: getServiceAccount,
  answers: ServiceAccount,
})

/** The resource `service-accounts`. */
export const serviceAccountRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'serviceAccounts.list',
    summary: 'List service accounts',
    refuses: ['cursor-invalid'],
    calls: listServiceAccounts,
    answers: Page(ServiceAccount, 'ServiceAccountPage'),
  }),
  one,
  act({
    method: 'POST',
    path: ALL,
    name: 'serviceAccounts.create',
    summary: 'Make a service account',
    description:
      'A member that is no person, with a role at the organization that must not allow more than the caller holds. Make keys for it with `for`.',
    refuses: [
      'beyond-your-own',
      'role-level-mismatch',
      'owner-is-a-person',
      'name-taken',
      'invalid-name',
      'reason-required',
      'service-account-limit',
    ],
    calls: createServiceAccount,
    resource: one,
    at: ({ serviceAccount }, params) => ({ ...params, serviceAccount }),
  }),
  act({
    method: 'PATCH',
    path: ONE,
    name: 'serviceAccounts.update',
    summary: 'Rename or describe a service account, or change its role',
    refuses: [
      'beyond-your-own',
      'role-level-mismatch',
      'owner-is-a-person',
      'name-taken',
      'invalid-name',
      'reason-required',
    ],
    calls: updateServiceAccount,
    resource: one,
    at: (_, params) => params,
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'serviceAccounts.remove',
    summary: 'Remove a service account',
    description: 'Ends it with every role and key it has. There is no way back.',
    refuses: ['beyond-your-own', 'not-yourself'],
    calls: removeServiceAccount,
    nothing: true,
    resource: one,
  }),
]
