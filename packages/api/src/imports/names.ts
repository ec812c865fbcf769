import {
  decide,
  type GroupId,
  type HeldAssignment,
  type ImportRow,
  isId,
  nameIdentity,
  type ProjectId,
  Refusal,
} from '@roster/domain'
import type { Organization } from '../platform/access.ts'
import { listed } from '../platform/listed.ts'
import { maySeeProject } from '../platform/project.ts'
import type { Reads } from '../platform/writer.ts'
import { type Role, rolesAt } from '../roles/store.ts'

/** What the names in a file mean here, by their names or ids; nothing that is not there or not the caller's to see. */
export interface Names {
  readonly role: (text: string) => Role | null
  readonly projectRole: (text: string) => Role | null
  readonly project: (text: string) => ProjectId | null
  readonly group: (text: string) => GroupId | null
}

interface Asking {
  readonly organization: Organization
  readonly held: readonly HeldAssignment[]
}

/** Looks up every role, project and group that these rows name. */
export async function namesIn(
  db: Reads,
  { organization, held }: Asking,
  rows: readonly ImportRow[],
): Promise<Names> {
  const projects = rows.flatMap((row) => row.projects.map(({ project }) => project))
  const seen = (await projectsCalled(db, organization, projects)).filter((one) => maySeeProject(held, one))
  const mayReadGroups = !(decide(held, 'groups.read') instanceof Refusal)
  const groups = mayReadGroups
    ? await groupsCalled(
        db,
        organization,
        rows.flatMap((row) => row.groups),
      )
    : []
  return {
    role: roleFinder(await rolesAt(db, organization, 'organization')),
    projectRole: roleFinder(await rolesAt(db, organization, 'project')),
    project: finder(seen),
    group: finder(groups),
  }
}

/** By id or name; a built-in role also by its key, whatever the organization calls it. */
function roleFinder(roles: readonly Role[]): (text: string) => Role | null {
  const byWord = new Map<string, Role>()
  for (const role of roles) if (role.key) byWord.set(role.key, role)
  for (const role of roles) byWord.set(nameIdentity(role.name), role)
  const byId = new Map<string, Role>(roles.map((role) => [role.id, role]))
  return (text) => byId.get(text) ?? byWord.get(nameIdentity(text)) ?? null
}

interface Called<Id extends string> {
  readonly id: Id
  readonly name_identity: string
}

function finder<Id extends string>(places: readonly Called<Id>[]): (text: string) => Id | null {
  const byId = new Map<string, Id>(places.map(({ id }) => [id, id]))
  const byName = new Map(places.map(({ id, name_identity }) => [name_identity, id]))
  return (text) => byId.get(text) ?? byName.get(nameIdentity(text)) ?? null
}

async function projectsCalled(db: Reads, { id }: Organization, texts: readonly string[]) {
  return db
    .selectFrom('project')
    .select(['id', 'name_identity', 'visibility'])
    .where('organization_id', '=', id)
    .where('until', 'is', null)
    .where((where) =>
      where.or([
        where('name_identity', 'in', listed([...new Set(texts.map(nameIdentity))])),
        where('id', 'in', listed(texts.filter((text) => isId('prj', text)))),
      ]),
    )
    .execute()
}

async function groupsCalled(db: Reads, { id }: Organization, texts: readonly string[]) {
  return db
    .selectFrom('group')
    .select(['id', 'name_identity'])
    .where('organization_id', '=', id)
    .where('until', 'is', null)
    .where((where) =>
      where.or([
        where('name_identity', 'in', listed([...new Set(texts.map(nameIdentity))])),
        where('id', 'in', listed(texts.filter((text) => isId('grp', text)))),
      ]),
    )
    .execute()
}
