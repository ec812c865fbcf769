import { mayEndThen, mayNarrowKey, mayRenewKey, narrowerScopes, orThrow } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { End, endOf, KeyName, Scopes } from './input.ts'
import { refuseOver } from './over.ts'
import { callerOf, callersEnd, keyFound } from './store.ts'

/**
 * Calls a key differently, narrows what it allows, or has it end at another time. Earlier and narrower take what
 * `mayNarrowKey` says, later what `mayRenewKey` says. Refuses with `key-never-widens`, `key-over` where it is to last
 * longer and has expired, `expiry-in-the-past`, `key-outlives` and `not-found`.
 */
export const updateKey = command({
  permission: 'organization.read',
  records: 'key.updated',
  input: inOrganization({
    key: IdOf('key'),
    name: KeyName.optional(),
    permissions: Scopes.optional(),
    ...End,
  }),
  async run(context, { key: id, name, permissions, ...end }) {
    const { tx, organization, actor, now } = context
    const found = await keyFound(tx, context, id)
    const caller = callerOf(context)
    orThrow(mayNarrowKey(caller, found))
    const before = found.row.expires_at
    const asked = endOf(end, now)
    const expiresAt = asked === undefined ? before : asked
    if (expiresAt !== before) {
      if (before !== null && (expiresAt === null || expiresAt > before)) {
        orThrow(mayRenewKey(caller, found))
        orThrow(mayEndThen({ expiresAt, callersEnd: await callersEnd(tx, actor), now }))
        refuseOver(before, now)
      } else orThrow(mayEndThen({ expiresAt, callersEnd: null, now }))
    }
    const kept = permissions ? orThrow(narrowerScopes(found.permissions, permissions)) : found.permissions
    const changed = [
      ...(name === undefined || name === found.name ? [] : ['name']),
      ...(kept.length === found.permissions.length ? [] : ['permissions']),
      ...(expiresAt === before ? [] : ['expires_at']),
    ]
    if (changed.length === 0) return { result: {}, audit: UNCHANGED }
    await tx
      .updateTable('api_key')
      .set({ name: name ?? found.name, permissions: JSON.stringify(kept), expires_at: expiresAt })
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .where('until', 'is', null)
      .execute()
    return {
      result: {},
      audit: {
        target: { kind: 'key', id },
        facts: {
          changed,
          ...(changed.includes('permissions') && { permissions: kept }),
          ...(changed.includes('expires_at') && { before, expires_at: expiresAt }),
          ...(found.row.project_id && { project: found.row.project_id }),
        },
      },
      people: [found.row.user_id],
      shownBy: ['service-accounts'],
    }
  },
})
