import { z } from 'zod'
import { profileChanged } from '../members/listing.ts'
import { UNCHANGED } from '../platform/command.ts'
import { PersonName, Username } from '../platform/input.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { keepUsernameUnique, ownAccount } from './store.ts'

/**
 * Changes the caller's own name, username, or whether others may find them by username. What is left out stays.
 * Refuses with `username-taken`.
 */
export const updateProfile = openCommand({
  opensTo: 'signed-in',
  records: 'identity.profile-changed',
  input: z.strictObject({
    name: PersonName.optional(),
    username: Username.optional(),
    discoverable: z.boolean().optional(),
  }),
  prepare: nothingToPrepare,
  async run({ tx, actor }, input) {
    const account = await ownAccount(tx, actor)
    const { name = account.name, username = account.username, discoverable = account.discoverable } = input
    const changed = [
      ...(name === account.name ? [] : ['name']),
      ...(username === account.username ? [] : ['username']),
      ...(discoverable === account.discoverable ? [] : ['discoverable']),
    ]
    if (changed.length === 0) return { result: {}, audit: UNCHANGED }
    await keepUsernameUnique(tx, username, account.id)
    await tx
      .updateTable('user')
      .set({ name, username, discoverable: discoverable ? 1 : 0 })
      .where('id', '=', account.id)
      .execute()
    const shownIn = await profileChanged(tx, account.id)
    return {
      result: {},
      // Which, not what: names are erased with the account, the trail is not.
      audit: { target: { kind: 'user', id: account.id }, facts: { changed } },
      people: [account.id],
      shownIn,
    }
  },
})
