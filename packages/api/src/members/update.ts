import { mayGrant, orThrow, personName, titleText } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization, ruled } from '../platform/input.ts'
import { memberChanged } from './listing.ts'
import { targetOf } from './target.ts'

/** An empty title or name is none. */
const Title = ruled(titleText).nullable()
const DisplayName = ruled((text) => (text.trim() === '' ? '' : personName(text))).nullable()

/**
 * Changes what the organization calls a member: title and display name, null for none. Refuses with
 * `beyond-your-own` for somebody who holds more than the caller. The trail keeps what was changed, not the words.
 */
export const updateMember = command({
  permission: 'members.update',
  records: 'member.updated',
  input: inOrganization({
    member: IdOf('mem'),
    title: Title.optional(),
    displayName: DisplayName.optional(),
  }),
  async run({ tx, organization, held }, { member, ...given }) {
    const target = orThrow(await targetOf(tx, organization, member))
    orThrow(mayGrant(held, target.role.permissions))
    const title = given.title === undefined ? target.title : given.title || null
    const display_name = given.displayName === undefined ? target.displayName : given.displayName || null
    const changed = [
      ...(title === target.title ? [] : ['title']),
      ...(display_name === target.displayName ? [] : ['display_name']),
    ]
    if (changed.length === 0) return { result: {}, audit: UNCHANGED }
    await tx
      .updateTable('member')
      .set({ title, display_name })
      .where('organization_id', '=', organization.id)
      .where('id', '=', member)
      .where('until', 'is', null)
      .execute()
    await memberChanged(tx, member)
    return {
      result: {},
      audit: { target: { kind: 'user', id: target.user }, facts: { member, changed } },
      people: [target.user],
    }
  },
})
