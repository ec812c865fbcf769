import {
  freeText,
  LONGEST_PROJECT_DESCRIPTION,
  mayHoldByDefault,
  type ProjectId,
  projectName,
  Refusal,
  type RoleId,
} from '@roster/domain'
import type { Path } from '../document/problem.ts'
import { type Project, projectNamed, type Role } from '../model.ts'
import { roleAsked } from './roles.ts'
import { entriesOf, problem, prunes, type Wanting } from './wanting.ts'

const NEW: Omit<Project, 'name'> = {
  description: '',
  visibility: 'private',
  archived: false,
  defaultRole: null,
}

/** The projects there will be. */
export function wantedProjects(wanting: Wanting, roles: ReadonlyMap<RoleId, Role>): Map<ProjectId, Project> {
  const projects = new Map(wanting.current.projects)
  const section = wanting.document.projects
  if (section === undefined) return projects
  const listed = new Set<ProjectId>()
  for (const [written, entry] of entriesOf(section)) {
    const path = ['projects', written]
    const ref = projectNamed(written)
    const name = projectName(written)
    if (name instanceof Refusal) {
      problem(wanting, path, name)
      continue
    }
    if (listed.has(ref)) problem(wanting, path, 'This project is in the file twice.')
    listed.add(ref)
    const before = wanting.current.projects.get(ref) ?? { ...NEW, name }
    const description = freeText(
      entry.description ?? before.description,
      LONGEST_PROJECT_DESCRIPTION,
      'description',
    )
    if (description instanceof Refusal) problem(wanting, [...path, 'description'], description)
    const at = [...path, 'default_role']
    wanting.paths.set(`default ${ref}`, at)
    projects.set(ref, {
      name,
      description: description instanceof Refusal ? before.description : description,
      visibility: entry.visibility ?? before.visibility,
      archived: entry.archived ?? before.archived,
      defaultRole: wantedDefault(wanting, roles, entry.default_role, before.defaultRole, at),
    })
    wanting.paths.set(ref, path)
  }
  for (const [ref, project] of wanting.current.projects) {
    if (listed.has(ref)) continue
    if (prunes(wanting, 'projects')) projects.delete(ref)
    else wanting.extras.push(`Project ${project.name}`)
  }
  return projects
}

/** Null for none; what is not written stays. */
function wantedDefault(
  wanting: Wanting,
  roles: ReadonlyMap<RoleId, Role>,
  written: string | null | undefined,
  before: RoleId | null,
  path: Path,
): RoleId | null {
  if (written === undefined) return before
  return written === null ? null : roleAsked(wanting, roles, 'project', written, path)
}

/** Notes what everybody who joins would get and may not. */
export function checkDefaults(
  wanting: Wanting,
  roles: ReadonlyMap<RoleId, Role>,
  projects: ReadonlyMap<ProjectId, Project>,
): void {
  for (const [ref, { defaultRole }] of projects) {
    const role = defaultRole && roles.get(defaultRole)
    const allowed = role ? mayHoldByDefault(role) : true
    if (allowed !== true) problem(wanting, wanting.paths.get(`default ${ref}`) ?? [], allowed)
  }
}
