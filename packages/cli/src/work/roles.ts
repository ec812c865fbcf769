import { nameIdentity } from '@roster/domain'
import type { OrganizationResources, Role } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io, Stopped } from '../io.ts'
import { type Column, show } from '../table.ts'

type Level = Role['level']

/** The role of this level that is called so, or has this key or id. */
export async function roleNamed({ roles }: OrganizationResources, level: Level, text: string): Promise<Role> {
  const { items } = await roles.list({ level })
  const wanted = nameIdentity(text)
  const found =
    items.find((role) => role.id === text || nameIdentity(role.name) === wanted) ??
    items.find((role) => role.key === wanted)
  if (found) return found
  const names = items.map(({ name }) => name).join(', ')
  const where = level === 'project' ? 'for projects' : 'at the organization'
  throw new Stopped(EXIT.refused, `There is no role ${text} ${where}. There are ${names}.`)
}

const COLUMNS: readonly Column<Role>[] = [
  { title: 'ROLE', cell: ({ name }) => name },
  { title: 'LEVEL', cell: ({ level }) => level },
  { title: 'KIND', cell: ({ key }) => (key === null ? 'custom' : key) },
  {
    title: 'HELD',
    cell: ({ members, places, groups, invitations }) => members + places + groups + invitations,
  },
  { title: 'ALLOWS', cell: ({ permissions }) => permissions.join(' ') },
]

/** The roles of both levels, the least powerful first. */
export async function listRoles(
  io: Io,
  { json }: { readonly json?: true },
  { organization: { roles } }: Connection,
): Promise<Exit> {
  const both = [await roles.list({ level: 'organization' }), await roles.list({ level: 'project' })]
  const none = 'There are no roles.'
  await show(
    io,
    both.flatMap(({ items }) => items),
    COLUMNS,
    { json: json === true, none },
  )
  return EXIT.ok
}
