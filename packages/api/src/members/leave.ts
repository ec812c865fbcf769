import { keepAnOwner, orThrow } from '@roster/domain'
import { inPerson } from '../platform/access.ts'
import { command } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { endMembership } from './store.ts'
import { someOwners, targetOf } from './target.ts'

/** Ends the caller's own membership, in person. Refuses with `last-owner` and `people-only`. */
export const leave = command({
  permission: 'organization.read',
  records: 'member.left',
  input: inOrganization({}),
  async run({ tx, organization, actor, member, now }) {
    inPerson(actor)
    const { role } = orThrow(await targetOf(tx, organization, member))
    orThrow(keepAnOwner(await someOwners(tx, organization.id), { member, becomes: 'gone' }))
    await endMembership(tx, { organization: organization.id, member, by: actor.id, now })
    const facts = { member, role: role.id, role_name: role.name }
    return { result: {}, audit: { target: { kind: 'user', id: actor.id }, facts }, people: [actor.id] }
  },
})
