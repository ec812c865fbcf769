import type { ProjectMember } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io, misused, Stopped } from '../io.ts'
import { type Column, show } from '../table.ts'
import { memberNamed, projectNamed } from './find.ts'
import { roleNamed } from './roles.ts'

const COLUMNS: readonly Column<ProjectMember>[] = [
  { title: 'NAME', cell: ({ name }) => name },
  { title: 'EMAIL', cell: ({ email }) => email },
  { title: 'ROLE', cell: ({ role }) => role?.name ?? null },
  { title: 'UNTIL', cell: ({ direct }) => direct?.expiresAt?.slice(0, 10) ?? null },
  { title: 'THROUGH', cell: ({ through }) => through.map(({ group }) => group.name).join(', ') },
]

/** Who is in a project, directly or through a group. */
export async function listProjectMembers(
  io: Io,
  [project = '']: readonly string[],
  { json }: { readonly json?: true },
  { client, organization }: Connection,
): Promise<Exit> {
  const { id } = await projectNamed(organization, project)
  const none = 'Nobody is in this project.'
  await show(io, client.project(id).members.all(), COLUMNS, { json: json === true, none })
  return EXIT.ok
}

export type ProjectRoleOptions = {
  readonly json?: true
  readonly until?: string
  readonly reason?: string
}

/** Puts a member into a project, or gives them another role there. */
export async function setProjectRole(
  io: Io,
  [project = '', person = '', name = '']: readonly string[],
  { json, until, reason }: ProjectRoleOptions,
  { client, organization }: Connection,
): Promise<Exit> {
  const { id, name: projectName } = await projectNamed(organization, project)
  const member = await memberNamed(organization, person)
  const role = await roleNamed(organization, 'project', name)
  const changed = await client.project(id).members.updateRole(member.id, {
    roleId: role.id,
    ...(until !== undefined && { expiresAt: until === 'never' ? null : startOf(until) }),
    ...(reason && { reason }),
  })
  if (json) io.terminal.say(JSON.stringify(changed, null, 2))
  else io.terminal.note(`${member.name} is ${role.name} in ${projectName} now.`)
  return EXIT.ok
}

/** Takes a member out of a project, after asking. */
export async function removeFromProject(
  io: Io,
  [project = '', person = '']: readonly string[],
  { json, yes }: { readonly json?: true; readonly yes?: true },
  { client, organization }: Connection,
): Promise<Exit> {
  const { id, name } = await projectNamed(organization, project)
  const member = await memberNamed(organization, person)
  if (!yes) {
    if (!io.terminal.interactive) throw misused('Nobody can be asked here: say --yes.')
    const answer = await io.terminal.ask(`Take ${member.name} out of ${name}? Type yes: `)
    if (answer !== 'yes') throw new Stopped(EXIT.failed, 'Nothing was changed.')
  }
  await client.project(id).members.remove(member.id)
  if (json) io.terminal.say(JSON.stringify({ removed: member }, null, 2))
  else io.terminal.note(`${member.name} is in ${name} no more, but for what a group gives.`)
  return EXIT.ok
}

/** The beginning of a day, in UTC. */
function startOf(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw misused(`Write ${day} as a day, such as 2027-01-31, or as never.`)
  return `${day}T00:00:00Z`
}
