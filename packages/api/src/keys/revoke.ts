import { mayRevokeKey, orThrow } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import { theKey } from './input.ts'
import { callerOf, keyFound } from './store.ts'

/** Ends a key at once, with every secret of it; once more changes nothing. Refuses with `not-permitted` and `not-found`. */
export const revokeKey = command({
  permission: 'organization.read',
  records: 'key.revoked',
  input: theKey,
  async run(context, { key: id }) {
    const { tx, organization, actor, now } = context
    const found = await keyFound(tx, context, id, 'revoked too')
    orThrow(mayRevokeKey(callerOf(context), found))
    if (found.row.until !== null) return { result: {}, audit: UNCHANGED }
    await tx
      .updateTable('api_key')
      .set({ until: noEarlier(now), ended_by: actor.id })
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .where('until', 'is', null)
      .execute()
    return {
      result: {},
      audit: {
        target: { kind: 'key', id },
        facts: {
          member: found.row.member_id,
          ...(found.row.service && { service_account: found.row.service }),
          ...(found.row.project_id && { project: found.row.project_id }),
        },
      },
      people: [found.row.user_id],
      shownBy: ['service-accounts'],
    }
  },
})
