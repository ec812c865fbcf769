import { nameIdentity } from '@roster/domain'
import type { Group, OrganizationResources } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io, Stopped } from '../io.ts'
import { type Column, show } from '../table.ts'

/** The group that is called so, or has this id. */
export async function groupNamed({ groups }: OrganizationResources, text: string): Promise<Group> {
  const wanted = nameIdentity(text)
  const search = /^grp_/.test(text) ? {} : { search: text }
  for await (const group of groups.all(search))
    if (group.id === text || nameIdentity(group.name) === wanted) return group
  throw new Stopped(EXIT.refused, `There is no group called ${text}.`)
}

const COLUMNS: readonly Column<Group>[] = [
  { title: 'GROUP', cell: ({ name }) => name },
  { title: 'PEOPLE', cell: ({ members }) => members },
  { title: 'GROUPS', cell: ({ groups }) => groups },
  { title: 'ROLES', cell: ({ projects }) => projects },
  { title: 'DESCRIPTION', cell: ({ description }) => description },
]

/** The groups, by name. */
export async function listGroups(
  io: Io,
  { json, search }: { readonly json?: true; readonly search?: string },
  { organization: { groups } }: Connection,
): Promise<Exit> {
  const all = groups.all(search ? { search } : {})
  await show(io, all, COLUMNS, { json: json === true, none: 'There are no such groups.' })
  return EXIT.ok
}
