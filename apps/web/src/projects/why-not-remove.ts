import { Refusal } from '@roster/domain'
import { whyNotThere } from './project-menu.ts'
import type { ListedProject, ProjectMember } from './types.ts'

/** Why somebody’s role in the project is not the reader's to change or take away; undefined when it is. */
export function whyNotChange(
  { direct, refusal }: Pick<ProjectMember, 'direct' | 'refusal'>,
  project: Pick<ListedProject, 'permissions' | 'archived'>,
): string | undefined {
  const forbidden = whyNotThere(project, 'project.members.manage')
  if (forbidden !== undefined) return forbidden
  if (project.archived) return new Refusal('project-archived').message
  return direct ? (refusal ?? undefined) : undefined
}

/** The same for taking them out: who comes through groups only leaves with the group. */
export function whyNotRemove(
  person: Pick<ProjectMember, 'direct' | 'through' | 'refusal'>,
  project: Pick<ListedProject, 'permissions' | 'archived'>,
): string | undefined {
  const forbidden = whyNotChange(person, project)
  if (forbidden !== undefined || person.direct) return forbidden
  const names = person.through.map(({ group }) => group.name).join(', ')
  return `Comes through ${names}. Take them out of the group, or take the group’s role away.`
}
