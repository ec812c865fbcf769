import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'

/** Characters before anything is suggested (T11). */
const LEAST = 4
const MOST = 8
/** Sorts behind everything a username may contain. */
const BEHIND_ALL = '~'

/**
 * Usernames that begin like this, and nothing but usernames (T12); only of accounts that let themselves be found
 * (T13). Refuses with `search-too-short` before the fourth character.
 */
export const suggestUsernames = query({
  permission: 'invitations.send',
  input: inOrganization({ prefix: z.string().max(100) }),
  async run({ db }, { prefix }): Promise<readonly { readonly username: string }[]> {
    const start = prefix.trim().replace(/^@/, '').toLowerCase()
    if ([...start].length < LEAST) throw new Refusal('search-too-short', { field: 'prefix', least: LEAST })
    const rows = await usernamesFrom(db, start).execute()
    return rows.flatMap(({ username }) => (username === null ? [] : [{ username }]))
  },
})

/** One walk of the index on usernames, exported for the test of its plan. */
export function usernamesFrom(db: Reads, start: string) {
  return db
    .selectFrom('user')
    .select('username')
    .where('username', '>=', start)
    .where('username', '<', `${start}${BEHIND_ALL}`)
    .where('discoverable', '=', 1)
    .where('deleted_at', 'is', null)
    .where('disabled_at', 'is', null)
    .orderBy('username')
    .limit(MOST)
}
