import type { ProjectId, RoleId } from '@roster/domain'
import { orNearest, type Path } from '../document/problem.ts'
import type { WrittenGrant, WrittenGrants } from '../document/schema.ts'
import { readUntil } from '../document/until.ts'
import { type Grant, type Project, projectNamed, type Role } from '../model.ts'
import { roleAsked } from './roles.ts'
import { entriesOf, problem, type Wanting } from './wanting.ts'

/** What there will be to give: roles, and projects to give them in. */
export type Places = {
  readonly roles: ReadonlyMap<RoleId, Role>
  readonly projects: ReadonlyMap<ProjectId, Project>
}

/** Whose roles in projects are being read. */
export type Holder = {
  /** What names them among everybody who can hold something. */
  readonly ref: string
  readonly said: string
  readonly path: Path
  /** Why they get all of it, where it is not said of each. */
  readonly reason?: string | null
}

/**
 * The roles in projects that somebody will hold: what the file says, and of what it does not say all that is there,
 * or with `only` nothing.
 */
export function wantedGrants(
  wanting: Wanting,
  places: Places,
  holder: Holder,
  {
    before,
    written,
    only,
  }: {
    readonly before: ReadonlyMap<ProjectId, Grant>
    readonly written: WrittenGrants | undefined
    readonly only: boolean
  },
): Map<ProjectId, Grant> {
  const still = new Map([...before].filter(([project]) => places.projects.has(project)))
  if (written === undefined) return still
  const grants = new Map<ProjectId, Grant>()
  const listed = new Set<ProjectId>()
  for (const [name, entry] of entriesOf(written)) {
    const path = [...holder.path, name]
    const project = projectAsked(wanting, places.projects, name, path)
    if (!project) continue
    if (listed.has(project)) problem(wanting, path, 'This project is there twice.')
    listed.add(project)
    wanting.paths.set(`${holder.ref} ${project}`, path)
    const grant = wantedGrant(
      wanting,
      places.roles,
      'project',
      entry,
      { ...holder, path },
      before.get(project),
    )
    if (grant) grants.set(project, grant)
  }
  for (const [project, grant] of still) {
    if (only || listed.has(project)) continue
    grants.set(project, grant)
    const { name } = places.projects.get(project) ?? { name: '' }
    wanting.extras.push(`${places.roles.get(grant.role)?.name ?? 'A role'} in ${name} of ${holder.said}`)
  }
  return grants
}

/** One role with its end; null for one that has ended by now, which is only said. An end that is not written stays. */
export function wantedGrant(
  wanting: Wanting,
  roles: Places['roles'],
  level: Role['level'],
  { role: name, until: written, reason }: WrittenGrant,
  { said, path, reason: general = null }: Holder,
  before: Grant | null | undefined,
): Grant | null {
  const role = roleAsked(wanting, roles, level, name, [...path, 'role'])
  if (!role) return null
  const kept = before?.role === role ? before.until : null
  const until = written === undefined ? kept : written === null ? null : readUntil(written)
  if (until !== null && until <= wanting.now) {
    wanting.waiting.push(
      `${name} of ${said} (${path.join('.')}) has ended: take it out of the file, or give it a later end.`,
    )
    return null
  }
  return { role, until, reason: reason ?? general }
}

/** The project called so, with a problem where there is none. */
function projectAsked(
  wanting: Wanting,
  projects: Places['projects'],
  name: string,
  path: Path,
): ProjectId | null {
  const ref = projectNamed(name)
  if (projects.has(ref)) return ref
  const names = [...projects.values()].map((project) => project.name)
  return problem(wanting, path, orNearest(`There is no project “${name}”`, name, names))
}
