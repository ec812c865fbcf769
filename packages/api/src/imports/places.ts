import {
  briefly,
  type CellProblem,
  type GroupId,
  type ImportField,
  type ImportRow,
  type ProjectId,
  Refusal,
  type RoleId,
} from '@roster/domain'
import type { Role } from '../roles/store.ts'
import type { Names } from './names.ts'

/** What a row names, found; and what it names that is not here. */
export interface Places {
  readonly role: Role | null
  readonly groups: readonly { readonly group: GroupId }[]
  readonly projects: readonly {
    readonly field: ImportField
    readonly project: ProjectId
    readonly role: RoleId
  }[]
  readonly problems: readonly CellProblem[]
}

/** Looks up what a row names. What is unknown, or there twice, is a problem of its column. */
export function placesNamed(row: ImportRow, names: Names): Places {
  const problems: CellProblem[] = []
  const found = <T>(field: ImportField, kind: string, name: string, value: T | null): T | null => {
    if (value !== null) return value
    problems.push({ field, refusal: new Refusal('name-unknown', { kind, name: briefly(name) }) })
    return null
  }
  const groups = new Set<GroupId>()
  for (const name of row.groups) {
    const group = found('groups', 'group', name, names.group(name))
    if (group) groups.add(group)
  }
  const projects: Places['projects'][number][] = []
  for (const { field, project: name, role: roleName } of row.projects) {
    const project = found(field, 'project', name, names.project(name))
    const where = field === 'project' ? 'projectRole' : field
    const role = found(where, 'role in projects', roleName, names.projectRole(roleName))
    if (!project || !role) continue
    if (projects.some((one) => one.project === project)) {
      problems.push({
        field,
        refusal: new Refusal('invalid-input', { field: 'projects', reason: 'a project is there twice' }),
      })
    } else projects.push({ field, project, role: role.id })
  }
  const role = row.role === null ? null : found('role', 'role', row.role, names.role(row.role))
  return { role, groups: [...groups].map((group) => ({ group })), projects, problems }
}
