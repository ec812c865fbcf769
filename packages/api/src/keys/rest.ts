import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import {
  AnId,
  At,
  Page,
  Permissions,
  Person,
  ProjectRef,
  RoleRef,
  Secret,
} from '../transport/rest/schemas.ts'
import { filled } from '../transport/rest/showing.ts'
import { createKey } from './create.ts'
import { getKey } from './get.ts'
import type { ListedKey } from './item.ts'
import { listKeys } from './list.ts'
import { revokeKey } from './revoke.ts'
import { rotateKey } from './rotate.ts'
import { updateKey } from './update.ts'

const ALL = '/organizations/{organization}/keys'
const ONE = '/keys/{key}'

const ApiKey = z
  .object({
    id: AnId('key'),
    name: z.string(),
    hint: z.string().describe('The last four characters of the secret.'),
    owner: z
      .object({
        kind: z.enum(['person', 'service_account']),
        id: z.string().describe('Of the person (`usr_…`) or the service account (`svc_…`).'),
        member: AnId('mem'),
        name: z.string(),
      })
      .describe('Whom it acts for. It ends when they go.'),
    role: RoleRef.describe('Its ceiling.'),
    roleEnded: z.boolean().describe('The role was deleted: the key opens nothing any more.'),
    permissions: Permissions.describe('What it allows at the most today; less where its owner holds less.'),
    project: ProjectRef.nullable().describe('Works at this project only; null: in the whole organization.'),
    createdAt: At,
    createdBy: Person.nullable(),
    expiresAt: At.nullable().describe('Null: never.'),
    expired: z.boolean(),
    lastUsedAt: At.nullable().describe('Exact to five minutes; null when it was never used.'),
    oldSecretUntil: At.nullable().describe('Until when the secret from before the last rotation is good.'),
  })
  .meta({ id: 'ApiKey', description: 'An API key. Its secret is not among it.' })

const shown = ({ owner, role: { level: _, ...role }, ...key }: ListedKey) => ({
  ...key,
  role,
  owner:
    owner.kind === 'person'
      ? {
          kind: owner.kind,
          id: owner.person?.user ?? '',
          member: owner.member,
          name: owner.person?.name ?? '',
        }
      : { kind: 'service_account', id: owner.id, member: owner.member, name: owner.name },
})

const one = get({
  path: ONE,
  name: 'keys.get',
  summary: 'Get an API key',
  description: 'One’s own; with `keys.manage`, everybody’s.',
  calls: getKey,
  answers: ApiKey,
  shows: shown,
})

/** The resource `keys`. */
export const keyRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'keys.list',
    summary: 'List API keys',
    description:
      'One’s own; with `keys.manage`, everybody’s. Expired ones are among them, revoked ones are not. With `for`, those of one member or service account; with `project`, those of one project.',
    refuses: ['cursor-invalid'],
    calls: listKeys,
    answers: Page(ApiKey, 'ApiKeyPage'),
    shows: ({ items, ...page }) => ({ items: items.map(shown), ...page }),
  }),
  one,
  act({
    method: 'POST',
    path: ALL,
    name: 'keys.create',
    summary: 'Make an API key',
    description:
      'For oneself, or with `for` for a service account. The role is its ceiling and must not allow more than the caller holds; `permissions` narrows it further. Without an end it lasts ninety days. The secret is answered this once.',
    refuses: [
      'invalid-name',
      'beyond-your-own',
      'role-level-mismatch',
      'owner-is-a-person',
      'another-persons-key',
      'expiry-in-the-past',
      'expiry-out-of-range',
      'key-outlives',
      'key-limit',
      'project-archived',
    ],
    calls: createKey,
    success: 201,
    answers: ApiKey.extend({ secret: Secret }).meta({
      id: 'NewApiKey',
      description: 'An API key that was just made, with its secret.',
    }),
    shows: ({ key, secret }) => ({ ...shown(key), secret }),
    made: ({ key }) => filled(ONE, { key: key.id }),
  }),
  act({
    method: 'PATCH',
    path: ONE,
    name: 'keys.update',
    summary: 'Rename or narrow an API key, or move its end',
    description: 'A key never gets to do more than when it was made.',
    refuses: [
      'invalid-name',
      'key-never-widens',
      'another-persons-key',
      'beyond-your-own',
      'key-over',
      'key-outlives',
      'expiry-in-the-past',
      'expiry-out-of-range',
    ],
    calls: updateKey,
    resource: one,
    at: (_, params) => params,
  }),
  act({
    method: 'POST',
    path: `${ONE}/rotate`,
    name: 'keys.rotate',
    summary: 'Give an API key a new secret',
    description:
      'The old secret stays good for `overlap_hours` (24 unless asked otherwise, 168 at the most), so that whatever uses it can be changed over. A key may rotate itself.',
    refuses: ['another-persons-key', 'beyond-your-own', 'key-over', 'key-outlives'],
    calls: rotateKey,
    answers: z
      .object({ secret: Secret, oldSecretUntil: At })
      .meta({ id: 'RotatedApiKey', description: 'The new secret, and until when the old one is good.' }),
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'keys.revoke',
    summary: 'Revoke an API key',
    description: 'It is dead at once. A key may revoke itself.',
    calls: revokeKey,
    nothing: true,
    resource: one,
  }),
]
