import { type Command, Option } from 'commander'
import type { Connection } from '../connection.ts'
import type { ListOptions as InvitationOptions, InviteOptions, OneOptions } from '../work/invitations.ts'
import type { ListOptions as MemberOptions, RemoveOptions, SetRoleOptions } from '../work/members.ts'
import type { ListOptions as ProjectOptions } from '../work/projects.ts'
import { projectMemberCommands } from './project-members.ts'
import { type Reaching, remotely } from './remotely.ts'

type Lists = Reaching<Connection>

/** `roster members`: who is in the organization. */
export function memberCommands(program: Command, reaching: Lists): void {
  const { io } = reaching
  const members = program.command('members').description('The members of an organization.')
  remotely(
    members
      .command('list')
      .summary('list members')
      .description('Everybody in the organization, by name.')
      .option('--search <words>', 'only those whose name, address, username or title has these words')
      .option('--role <role>', 'only those who hold this role, by name or key'),
    reaching,
    [
      ['roster members list --org acme', 'a table; in a pipe lines with tabs'],
      ['roster members list --org acme --json', 'as they are answered by the API'],
    ],
    async (_, options: MemberOptions, connection) => {
      const { listMembers } = await import('../work/members.ts')
      return listMembers(io, options, connection)
    },
  )
  remotely(
    members
      .command('set-role')
      .summary('give a member another role at the organization')
      .description('Gives a member another role at the organization. Takes effect with their next call.')
      .argument('<person>', 'address, username or id')
      .argument('<role>', 'name or key')
      .option('--reason <why>', 'why, where the organization asks for a reason'),
    reaching,
    [['roster members set-role ada@example.org admin --org acme', 'from now on']],
    async (given, options: SetRoleOptions, connection) => {
      const { setRole } = await import('../work/members.ts')
      return setRole(io, given, options, connection)
    },
  )
  remotely(
    members
      .command('remove')
      .summary('remove a member')
      .description('Ends a membership with every role, project, group and key that came with it. Asks first.')
      .argument('<person>', 'address, username or id')
      .option('--yes', 'do not ask'),
    reaching,
    [['roster members remove ada@example.org --org acme', 'asks first']],
    async (given, options: RemoveOptions, connection) => {
      const { removeMember } = await import('../work/members.ts')
      return removeMember(io, given, options, connection)
    },
  )
}

const STATUSES = [
  'open',
  'pending',
  'active',
  'expired',
  'expiring',
  'undeliverable',
  'accepted',
  'declined',
  'revoked',
  'all',
]

const several = (value: string, before: readonly string[] = []) => [...before, value]

/** `roster invitations` and `roster invite`: who is asked to join. */
export function invitationCommands(program: Command, reaching: Lists): void {
  const { io } = reaching
  const invitations = program.command('invitations').description('Who has been invited to an organization.')
  remotely(
    invitations
      .command('list')
      .summary('list invitations')
      .description('The invitations that wait for an answer, the newest first, or those of another status.')
      .addOption(new Option('--status <status>', 'which').choices(STATUSES))
      .option('--search <words>', 'only those whose address or username has these words'),
    reaching,
    [['roster invitations list --org acme --status expired', 'those that ran out']],
    async (_, options: InvitationOptions, connection) => {
      const { listInvitations } = await import('../work/invitations.ts')
      return listInvitations(io, options, connection)
    },
  )
  remotely(
    invitations
      .command('resend')
      .summary('send an invitation again')
      .description('Sends a new mail with a new link; older links are void.')
      .argument('<invitation>', 'address, username or id'),
    reaching,
    [['roster invitations resend eve@example.org --org acme', 'a new link']],
    async (given, options: OneOptions, connection) => {
      const { resend } = await import('../work/invitations.ts')
      return resend(io, given, options, connection)
    },
  )
  remotely(
    invitations
      .command('revoke')
      .summary('take an invitation back')
      .description('Takes an invitation back: its link stops working at once.')
      .argument('<invitation>', 'address, username or id'),
    reaching,
    [['roster invitations revoke eve@example.org --org acme', 'no way in any more']],
    async (given, options: OneOptions, connection) => {
      const { revoke } = await import('../work/invitations.ts')
      return revoke(io, given, options, connection)
    },
  )
  remotely(
    program
      .command('invite')
      .summary('invite people')
      .description(
        'Invites people by address or username, and prints a link for each. Ends with 4 where some were refused, with ' +
          '3 where all were.',
      )
      .argument('<addresses...>', 'addresses and usernames')
      .option('--role <role>', 'their role at the organization; the usual one where nothing is said')
      .option('--project <project=role>', 'a project they come into; may be said again', several)
      .option('--group <group>', 'a group they come into; may be said again', several)
      .option('--expires <days>', '7d, 2w or never; the usual time where nothing is said')
      .option('--message <text>', 'your own words in the mail')
      .option('--reason <why>', 'why, where the organization asks for a reason'),
    reaching,
    [
      ['roster invite eve@example.org --org acme', 'with the usual role'],
      [
        'roster invite a@example.org b@example.org --org acme --role viewer --project Apollo=editor',
        'two, into a project',
      ],
    ],
    async (given, options: InviteOptions, connection) => {
      const { invite } = await import('../work/invitations.ts')
      return invite(io, given, options, connection)
    },
  )
}

/** `roster projects`, `roster groups` and `roster roles`: what people can be given. */
export function placeCommands(program: Command, reaching: Lists): void {
  const { io } = reaching
  const projects = program
    .command('projects')
    .description('The projects of an organization, and who is in them.')
  projectMemberCommands(projects, reaching)
  remotely(
    projects
      .command('list')
      .summary('list projects')
      .description('The projects that the key may know of, by name.')
      .addOption(new Option('--state <state>', 'which').choices(['active', 'archived', 'all']))
      .option('--search <words>', 'only those whose name has these words'),
    reaching,
    [['roster projects list --org acme', 'those that are not archived']],
    async (_, options: ProjectOptions, connection) => {
      const { listProjects } = await import('../work/projects.ts')
      return listProjects(io, options, connection)
    },
  )
  remotely(
    program
      .command('groups')
      .description('The groups of an organization.')
      .command('list')
      .summary('list groups')
      .description('The groups, by name.')
      .option('--search <words>', 'only those whose name or description has these words'),
    reaching,
    [['roster groups list --org acme', 'all of them']],
    async (_, options: { readonly json?: true; readonly search?: string }, connection) => {
      const { listGroups } = await import('../work/groups.ts')
      return listGroups(io, options, connection)
    },
  )
  remotely(
    program
      .command('roles')
      .description('The roles of an organization.')
      .command('list')
      .summary('list roles')
      .description('The roles at the organization and for projects, the least powerful first.'),
    reaching,
    [['roster roles list --org acme', 'with what each allows']],
    async (_, options: { readonly json?: true }, connection) => {
      const { listRoles } = await import('../work/roles.ts')
      return listRoles(io, options, connection)
    },
  )
}
