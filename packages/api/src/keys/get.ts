import { Refusal } from '@roster/domain'
import { query } from '../platform/query.ts'
import { theKey } from './input.ts'
import { type ListedKey, listedKeys } from './item.ts'
import { keyFound } from './store.ts'

/** One key. Refuses with `not-found`, also for another person's without `keys.manage` and for one that was revoked. */
export const getKey = query({
  permission: 'organization.read',
  input: theKey,
  async run(context, { key }): Promise<ListedKey> {
    const { row } = await keyFound(context.db, context, key)
    const [item] = await listedKeys(context, [row])
    if (!item) throw new Refusal('not-found', { field: 'key' })
    return item
  },
})
