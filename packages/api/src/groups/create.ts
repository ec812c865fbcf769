import { command } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { Description, GroupName } from './input.ts'
import { insertGroup } from './store.ts'

/** Creates a group that nobody is in and that gives nothing yet. Refuses with `name-taken`. */
export const createGroup = command({
  permission: 'groups.manage',
  records: 'group.created',
  input: inOrganization({ name: GroupName, description: Description.optional() }),
  async run({ tx, newId, organization, actor, now }, { name, description = '' }) {
    const group = await insertGroup(tx, newId, {
      organization: organization.id,
      name,
      description,
      by: actor.id,
      now,
    })
    return { result: { group }, audit: { target: { kind: 'group', id: group }, facts: { group } } }
  },
})
