import type { GroupId, ProjectId, RoleId } from '@roster/domain'
import { dayAt, dayStart } from '../ui/days.ts'
import type { Listed } from './types.ts'

/** A project that is to be part of an invitation, with the role in it. */
export type PickedProject = {
  id: ProjectId
  name: string
  role: RoleId
  /** The last day of the role there, as YYYY-MM-DD; empty without an end. */
  until: string
}

/** Where an invitation leads besides the organization, while it is being put together. */
export type PickedPlaces = {
  projects: readonly PickedProject[]
  groups: readonly { id: GroupId; name: string }[]
  defaultProjects: boolean
}

export const NOWHERE: PickedPlaces = { projects: [], groups: [], defaultProjects: false }

/** What the server is asked for. Roles end with their last day, where the reader is. */
export function placesInput({ projects, groups, defaultProjects }: PickedPlaces) {
  return {
    projects: projects.map(({ id, role, until }) => ({
      project: id,
      role,
      expiresAt: until === '' ? null : (dayStart(until, 1) ?? null),
    })),
    groups: groups.map(({ id }) => id),
    defaultProjects,
  }
}

/** The places of an invitation that was sent, to be changed. */
export function pickedFrom({
  places,
  defaultProjects,
}: Pick<Listed, 'places' | 'defaultProjects'>): PickedPlaces {
  return {
    projects: places.projects.map(({ project, role, expiresAt }) => ({
      id: project.id,
      name: project.name,
      role: role.id,
      until: expiresAt === null ? '' : dayAt(expiresAt - 1),
    })),
    groups: places.groups,
    defaultProjects,
  }
}

/** How many there are, in words: "2 projects, 1 group and the default projects". */
export function placesWords(
  {
    projects,
    groups,
    defaultProjects,
  }: Pick<PickedPlaces, 'defaultProjects'> & {
    projects: readonly unknown[]
    groups: readonly unknown[]
  },
  label: { one: string; many: string },
): string {
  const parts = [
    projects.length > 0 && `${projects.length} ${projects.length === 1 ? label.one : label.many}`,
    groups.length > 0 && `${groups.length} ${groups.length === 1 ? 'group' : 'groups'}`,
    defaultProjects && `the default ${label.many}`,
  ].filter((part) => part !== false)
  return parts.length < 2 ? (parts[0] ?? 'None') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Why these places cannot be offered; undefined when they can. `today` is a day. */
export function whyNotPlaces({ projects }: PickedPlaces, today: string): string | undefined {
  const past = projects.find(({ until }) => until !== '' && until < today)
  return past && `The role in ${past.name} would have ended already. Choose a later day.`
}
