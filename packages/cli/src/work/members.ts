import type { Member } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io, misused, Stopped } from '../io.ts'
import { type Column, show } from '../table.ts'
import { memberNamed } from './find.ts'
import { roleNamed } from './roles.ts'

const COLUMNS: readonly Column<Member>[] = [
  { title: 'NAME', cell: ({ name }) => name },
  { title: 'EMAIL', cell: ({ email }) => email },
  { title: 'USERNAME', cell: ({ username }) => username },
  { title: 'ROLE', cell: ({ role }) => role.name },
  { title: 'JOINED', cell: ({ joinedAt }) => joinedAt.slice(0, 10) },
  { title: 'LAST ACTIVE', cell: ({ lastActiveAt }) => lastActiveAt?.slice(0, 10) ?? 'never' },
]

export type ListOptions = { readonly json?: true; readonly search?: string; readonly role?: string }

/** Everybody in the organization, by name. */
export async function listMembers(io: Io, options: ListOptions, { organization }: Connection): Promise<Exit> {
  const role = options.role && (await roleNamed(organization, 'organization', options.role)).id
  const asked = { ...(options.search && { search: options.search }), ...(role && { roleId: role }) }
  const none = 'Nobody is listed like this.'
  await show(io, organization.members.all(asked), COLUMNS, { json: options.json === true, none })
  return EXIT.ok
}

export type SetRoleOptions = { readonly json?: true; readonly reason?: string }

/** Gives a member another role at the organization. */
export async function setRole(
  io: Io,
  [person = '', name = '']: readonly string[],
  { json, reason }: SetRoleOptions,
  { organization }: Connection,
): Promise<Exit> {
  const member = await memberNamed(organization, person)
  const role = await roleNamed(organization, 'organization', name)
  const changed = await organization.members.updateRole(member.id, {
    roleId: role.id,
    ...(reason && { reason }),
  })
  if (json) io.terminal.say(JSON.stringify(changed, null, 2))
  else io.terminal.note(`${member.name} is ${role.name} now, and was ${member.role.name}.`)
  return EXIT.ok
}

export type RemoveOptions = { readonly json?: true; readonly yes?: true }

/** Removes a member, after asking. */
export async function removeMember(
  io: Io,
  [person = '']: readonly string[],
  { json, yes }: RemoveOptions,
  { organization }: Connection,
): Promise<Exit> {
  const member = await memberNamed(organization, person)
  if (!yes) {
    if (!io.terminal.interactive) throw misused('Nobody can be asked here: say --yes.')
    const answer = await io.terminal.ask(
      `Remove ${member.name} (${member.email ?? member.username}) with all that they hold here? Type yes: `,
    )
    if (answer !== 'yes') throw new Stopped(EXIT.failed, 'Nothing was changed.')
  }
  await organization.members.remove(member.id)
  if (json) io.terminal.say(JSON.stringify({ removed: member }, null, 2))
  else io.terminal.note(`${member.name} is removed.`)
  return EXIT.ok
}
