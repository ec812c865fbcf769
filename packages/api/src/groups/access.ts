import { type AssignmentId, type Instant, orThrow } from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { ProjectRef } from '../projects/rows.ts'
import { seenProjects } from '../projects/seen-refs.ts'
import type { RoleRef } from '../roles/store.ts'
import { givenBy } from './given.ts'
import { type GroupRef, groupOf } from './target.ts'
import { edgesAround, waysFrom } from './tree.ts'

/** A role that everybody in the group holds, where, and why. */
export interface GroupAccess {
  readonly assignment: AssignmentId
  /** Null at the organization. */
  readonly project: ProjectRef | null
  readonly role: RoleRef
  /** The group around this one that holds it; null when it is this group itself. */
  readonly through: GroupRef | null
  /** The groups one steps through to get there, the holder last; empty when it is this group itself. */
  readonly way: readonly GroupRef[]
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly by: Person | null
  /** In the words of whoever gave it. */
  readonly reason: string | null
}

export interface GroupAccessList {
  /** By project, those at the organization first. */
  readonly items: readonly GroupAccess[]
  /** How many more there are at projects that the reader may not know of. */
  readonly hidden: number
}

/** Where a group gives access: by itself and by the groups around it, each with why. */
export const groupAccess = query({
  permission: 'groups.read',
  input: inOrganization({ group: IdOf('grp') }),
  async run({ db, organization, held, now }, { group }): Promise<GroupAccessList> {
    orThrow(await groupOf(db, organization.id, group))
    const given = await givenBy(db, organization, group, now)
    const ways = waysFrom(group, await edgesAround(db, { organization: organization.id, group }), 'up')
    const projects = await seenProjects(
      db,
      { organization: organization.id, held },
      given.flatMap((one) => one.project ?? []),
    )
    const people = await peopleOf(
      db,
      organization.id,
      given.flatMap((one) => one.by ?? []),
    )
    const shown = given.filter((one) => one.project === null || projects.has(one.project))
    const items = shown.map(({ holder, project, by, permissions, ...one }): GroupAccess => {
      const way = ways.get(holder) ?? []
      return {
        ...one,
        project: (project && projects.get(project)) ?? null,
        through: way.at(-1) ?? null,
        way,
        by: (by && people.get(by)) ?? null,
      }
    })
    return { items: items.sort(byProject), hidden: given.length - shown.length }
  },
})

function byProject(a: GroupAccess, b: GroupAccess): number {
  const [one, other] = [a.project?.name ?? '', b.project?.name ?? '']
  if (one !== other) return one.localeCompare(other, 'en')
  return a.way.length - b.way.length
}
