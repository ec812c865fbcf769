import type { GroupEdge, GroupId, OrganizationId } from '@roster/domain'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { GroupRef } from './target.ts'

type Asked = { readonly organization: OrganizationId; readonly group: GroupId }

/** A group directly inside another one, with the names of both. */
export interface NamedEdge extends GroupEdge {
  readonly parentName: string
  readonly childName: string
}

/** Every step from a group to the groups around it, however far. */
export function edgesAround(db: Reads, asked: Asked): Promise<readonly NamedEdge[]> {
  return stepsUp(db, asked)
}

/** Every step from a group to the groups within it, however far. */
export function edgesWithin(db: Reads, asked: Asked): Promise<readonly NamedEdge[]> {
  return stepsDown(db, asked)
}

const stepsUp = statement<Asked, NamedEdge>(`
  with recursive around (id) as (
    select :group
    union
    select e.group_id from around cross join group_member e
      on e.organization_id = :organization and e.child_group_id = around.id and e.until is null
  )
  select e.group_id as parent, e.child_group_id as child, p.name as parentName, c.name as childName
    from around cross join group_member e
      on e.organization_id = :organization and e.child_group_id = around.id and e.until is null
    join "group" p on p.id = e.group_id join "group" c on c.id = e.child_group_id
`)

const stepsDown = statement<Asked, NamedEdge>(`
  with recursive within (id) as (
    select :group
    union
    select e.child_group_id from within cross join group_member e
      on e.organization_id = :organization and e.group_id = within.id
        and e.until is null and e.child_group_id is not null
  )
  select e.group_id as parent, e.child_group_id as child, p.name as parentName, c.name as childName
    from within cross join group_member e
      on e.organization_id = :organization and e.group_id = within.id
        and e.until is null and e.child_group_id is not null
    join "group" p on p.id = e.group_id join "group" c on c.id = e.child_group_id
`)

/**
 * The shortest way to every group that is reached from one: the groups stepped through, the reached one last. The
 * group itself is reached by no step.
 */
export function waysFrom(
  start: GroupId,
  edges: readonly NamedEdge[],
  direction: 'up' | 'down',
): ReadonlyMap<GroupId, readonly GroupRef[]> {
  const steps = new Map<GroupId, GroupRef[]>()
  for (const { parent, child, parentName, childName } of edges) {
    const [from, to] =
      direction === 'up'
        ? [child, { id: parent, name: parentName }]
        : [parent, { id: child, name: childName }]
    const known = steps.get(from)
    if (known) known.push(to)
    else steps.set(from, [to])
  }
  const ways = new Map<GroupId, readonly GroupRef[]>([[start, []]])
  // A map visits what is added while it is walked, nearest first.
  for (const [group, way] of ways) {
    for (const next of steps.get(group) ?? []) if (!ways.has(next.id)) ways.set(next.id, [...way, next])
  }
  return ways
}
