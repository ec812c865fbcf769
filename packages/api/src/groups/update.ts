import { orThrow } from '@roster/domain'
import type { AuditFacts } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { Changed } from './changed.ts'
import { Description, GroupName } from './input.ts'
import { groupOf } from './target.ts'
import { rewriteGroup } from './whole.ts'

/**
 * Renames and describes a group; what is not given stays. Refuses with `name-taken`. The trail keeps the names,
 * and of a description only that it changed.
 */
export const updateGroup = command({
  permission: 'groups.manage',
  records: 'group.updated',
  input: inOrganization({
    group: IdOf('grp'),
    name: GroupName.optional(),
    description: Description.optional(),
  }),
  async run({ tx, organization, change }, { group, ...given }): Promise<Changed> {
    const before = orThrow(await groupOf(tx, organization.id, group))
    const { name = before.name, description = before.description } = given
    const target = { kind: 'group', id: group } as const
    const renamed: AuditFacts[] =
      name === before.name
        ? []
        : [{ target, facts: { group, field: 'name', before: before.name, after: name } }]
    const described: AuditFacts[] =
      description === before.description ? [] : [{ target, facts: { group, field: 'description' } }]
    const [first, ...others] = [...renamed, ...described]
    if (!first) return { result: { change: null }, audit: UNCHANGED }
    await rewriteGroup(tx, { organization: organization.id, group, name, description })
    return { result: { change }, audit: [first, ...others] }
  },
})
