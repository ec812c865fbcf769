import type { Invitation } from '@roster/sdk'
import type { Connection } from '../connection.ts'
import { EXIT, type Exit, type Io, misused } from '../io.ts'
import { type Column, show } from '../table.ts'
import { daysOf, invitationNamed, pairOf, projectNamed } from './find.ts'
import { groupNamed } from './groups.ts'
import { roleNamed } from './roles.ts'

const COLUMNS: readonly Column<Invitation>[] = [
  { title: 'RECIPIENT', cell: ({ recipient }) => recipientOf(recipient) },
  { title: 'ROLE', cell: ({ role }) => role.name },
  { title: 'STATUS', cell: ({ status }) => status },
  { title: 'SENT', cell: ({ sentAt }) => sentAt.slice(0, 10) },
  { title: 'EXPIRES', cell: ({ expiresAt }) => expiresAt?.slice(0, 10) ?? 'never' },
  {
    title: 'LEADS TO',
    cell: ({ projects, groups }) =>
      [
        ...projects.map(({ project, role }) => `${project.name}: ${role.name}`),
        ...groups.map(({ name }) => name),
      ].join(', '),
  },
]

function recipientOf({ email, username }: Invitation['recipient']): string {
  return email ?? (username === null ? '' : `@${username}`)
}

type Asked = NonNullable<Parameters<Connection['organization']['invitations']['list']>[0]>

export type ListOptions = {
  readonly json?: true
  readonly search?: string
  readonly status?: NonNullable<Asked['status']>
}

/** The invitations that wait for an answer, or those of another status, the newest first. */
export async function listInvitations(
  io: Io,
  options: ListOptions,
  { organization }: Connection,
): Promise<Exit> {
  const { status, search, json } = options
  const invitations = organization.invitations.all({ ...(status && { status }), ...(search && { search }) })
  await show(io, invitations, COLUMNS, { json: json === true, none: 'There are no such invitations.' })
  return EXIT.ok
}

export type OneOptions = { readonly json?: true }

/** Sends an invitation again: a new link, and as much time as before. */
export async function resend(
  io: Io,
  [named = '']: readonly string[],
  { json }: OneOptions,
  { organization }: Connection,
): Promise<Exit> {
  const { id } = await invitationNamed(organization, named)
  const sent = await organization.invitations.resend(id)
  if (json) io.terminal.say(JSON.stringify(sent, null, 2))
  else io.terminal.note(`Sent to ${recipientOf(sent.recipient)} again; older links are void.`)
  return EXIT.ok
}

/** Takes an invitation back. */
export async function revoke(
  io: Io,
  [named = '']: readonly string[],
  { json }: OneOptions,
  { organization }: Connection,
): Promise<Exit> {
  const invitation = await invitationNamed(organization, named)
  const revoked = await organization.invitations.revoke(invitation.id)
  if (json) io.terminal.say(JSON.stringify(revoked, null, 2))
  else
    io.terminal.note(`The invitation of ${recipientOf(invitation.recipient)} is revoked: its link is void.`)
  return EXIT.ok
}

export type InviteOptions = {
  readonly json?: true
  readonly role?: string
  readonly project?: readonly string[]
  readonly group?: readonly string[]
  readonly expires?: string
  readonly message?: string
  readonly reason?: string
}

/** Invites people; ends with 4 where some were refused and others not, with 3 where all were. */
export async function invite(
  io: Io,
  recipients: readonly string[],
  options: InviteOptions,
  { organization }: Connection,
): Promise<Exit> {
  if (recipients.length === 0) throw misused('Say whom to invite: addresses or usernames.')
  const { json, expires, message, reason } = options
  const role = options.role && (await roleNamed(organization, 'organization', options.role)).id
  const projects = await Promise.all(
    (options.project ?? []).map(async (text) => {
      const [name, roleName] = pairOf(text)
      const project = await projectNamed(organization, name)
      return { project: project.id, roleId: (await roleNamed(organization, 'project', roleName)).id }
    }),
  )
  const groups = await Promise.all(
    (options.group ?? []).map(async (name) => (await groupNamed(organization, name)).id),
  )
  const { results } = await organization.invitations.create(recipients, {
    ...(role && { roleId: role }),
    ...(expires !== undefined && { expiryDays: daysOf(expires) }),
    ...(message && { message }),
    ...(reason && { reason }),
    ...(projects.length > 0 && { projects }),
    ...(groups.length > 0 && { groups }),
  })
  if (json) io.terminal.say(JSON.stringify(results, null, 2))
  else for (const one of results) tell(io, one)
  const refused = results.filter(({ ok }) => !ok).length
  return refused === 0 ? EXIT.ok : refused === results.length ? EXIT.refused : EXIT.remarks
}

type Result = Awaited<ReturnType<Connection['organization']['invitations']['create']>>['results'][number]

/** The link is for whoever hands it over by other means; it opens the invitation. */
function tell({ terminal: { say, note, colors } }: Io, { item, ok, result, refusal }: Result): void {
  if (ok) say(`${item}\t${result.link}`)
  else note(`${colors.red('refused')}  ${item}: ${refusal.message}`)
}
