import type { Instant } from '@roster/domain'
import type { Places } from './places-offered.ts'
import { projectTermsOf, type Terms } from './term.ts'

/** For the trail, where an invitation leads. Ids only; the role of a project stands at the same place in its own list. */
export function placesFacts({ projects, groups }: Places): Record<string, readonly string[]> {
  return {
    ...(projects.length > 0 && {
      projects_given: projects.map(({ project }) => project),
      roles_given: projects.map(({ role }) => role),
    }),
    ...(groups.length > 0 && { groups_given: groups }),
  }
}

/**
 * The places asked for, and those of the invitations that this one takes the place of: being invited once more, to
 * another project, loses nothing that was promised before.
 */
export function carriedOn({ projects, groups }: Places, superseded: readonly Terms[], now: Instant): Places {
  const carried = new Map(projects.map((term) => [term.project, term]))
  const into = new Set(groups)
  for (const terms of superseded) {
    for (const { project, role, expiresAt, projectArchived } of projectTermsOf(terms)) {
      const over = projectArchived || (expiresAt !== null && expiresAt <= now)
      if (!over && !carried.has(project)) carried.set(project, { project, role: role.id, expiresAt })
    }
    for (const { group } of terms.groups) into.add(group)
  }
  return { projects: [...carried.values()], groups: [...into] }
}
