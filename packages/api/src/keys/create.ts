import {
  type MemberId,
  MOST_KEYS,
  mayEndThen,
  mayMakeKey,
  orThrow,
  ownershipOf,
  Refusal,
  scopesOf,
} from '@roster/domain'
import { sql } from 'kysely'
import { type CommandContext, command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { listed } from '../platform/listed.ts'
import { roleFound } from '../roles/found.ts'
import { End, endOf, KeyName, Scopes, usualEnd } from './input.ts'
import { type ListedKey, listedKeys } from './item.ts'
import { writeSecret } from './secret.ts'
import { callersEnd, countKeys, keyRows } from './store.ts'

/** A key with its secret, which is shown this once and stored nowhere. */
export interface KeyWithSecret {
  readonly key: ListedKey
  readonly secret: string
}

/**
 * Makes an API key, for oneself or for a service account (`for`), with a role as its ceiling: at the organization, or
 * at one project. `permissions` narrows it to some of what the role allows; without an end it lasts ninety days.
 * Answers the secret this once. Refuses as `mayMakeKey`, `scopesOf` and `mayEndThen` say, and with `key-limit`.
 */
export const createKey = command({
  permission: 'keys.create',
  records: 'key.created',
  input: inOrganization({
    name: KeyName,
    role: IdOf('rol'),
    for: IdOf('mem').optional(),
    project: IdOf('prj').optional(),
    permissions: Scopes.optional(),
    ...End,
  }),
  async run(context, { name, role: id, for: wanted, permissions, ...end }) {
    const { tx, organization, actor, member, held, now, newId, project } = context
    const owner = await ownerOf(context, wanted ?? member)
    const role = await roleFound(tx, organization, id)
    orThrow(
      mayMakeKey({
        held,
        ownership: ownershipOf(member, owner),
        role: { id, level: role.level, key: role.key, permissions: role.permissions },
        project: project?.id ?? null,
      }),
    )
    const allowed = orThrow(scopesOf(role.permissions, permissions ?? null))
    const expiresAt = await endFor(context, endOf(end, now))
    await refuseTooMany(context, owner.member)
    const key = newId('key')
    await tx
      .insertInto('api_key')
      .values({
        id: key,
        organization_id: organization.id,
        member_id: owner.member,
        user_id: owner.user,
        project_id: project?.id ?? null,
        role_id: id,
        permissions: JSON.stringify(allowed),
        name,
        created_by: actor.id,
        since: now,
        until: null,
        expires_at: expiresAt,
        ended_by: null,
        last_used_at: null,
      })
      .execute()
    const secret = await writeSecret(context, key)
    const [row] = await keyRows(tx, {
      ...{ organization: organization.id, which: sql`k.id = ${key}`, take: 1, skip: 0 },
    })
    const [item] = await listedKeys({ db: tx, organization, now }, row ? [row] : [])
    if (!item) throw new TypeError('a key that was just made is there')
    return {
      result: { key: item, secret } satisfies KeyWithSecret,
      audit: {
        target: { kind: 'key', id: key },
        facts: {
          member: owner.member,
          role: id,
          role_name: role.name,
          permissions: allowed,
          expires_at: expiresAt,
          ...(owner.service && { service_account: owner.service }),
          ...(project && { project: project.id }),
        },
      },
      people: [owner.user],
      shownBy: ['service-accounts'],
    }
  },
})

/** The member that the key is to act for, if it is one today; refuses with `not-found`. */
async function ownerOf({ tx, organization }: CommandContext, member: MemberId) {
  const row = await tx
    .selectFrom('member as m')
    .leftJoin('service_account as s', 's.member_id', 'm.id')
    .select(['m.id as member', 'm.user_id as user', 's.id as service_account'])
    .where('m.organization_id', '=', organization.id)
    .where('m.id', '=', member)
    .where('m.until', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { field: 'for' })
  return {
    member: row.member,
    user: row.user,
    service: row.service_account !== null,
    account: row.service_account,
  }
}

/** The end that was asked for, or the usual one, which a key that ends earlier cuts short. */
async function endFor({ tx, actor, now }: CommandContext, asked: number | null | undefined) {
  const theirs = await callersEnd(tx, actor)
  const usual = Math.min(usualEnd(now), theirs ?? Number.POSITIVE_INFINITY)
  const expiresAt = asked === undefined ? usual : asked
  orThrow(mayEndThen({ expiresAt, callersEnd: theirs, now }))
  return expiresAt
}

async function refuseTooMany({ tx, organization, now }: CommandContext, member: MemberId): Promise<void> {
  const works = sql`(k.expires_at is null or k.expires_at > ${now})`
  const counts = [
    { most: MOST_KEYS.member, which: sql`${works} and k.member_id in ${listed([member])}` },
    { most: MOST_KEYS.organization, which: works },
  ]
  for (const { most, which } of counts) {
    if ((await countKeys(tx, { organization: organization.id, which })) >= most)
      throw new Refusal('key-limit', { most })
  }
}
