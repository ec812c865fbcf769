import type { Command } from 'commander'
import type { Connection } from '../connection.ts'
import type { ProjectRoleOptions } from '../work/project-members.ts'
import { type Reaching, remotely } from './remotely.ts'

/** `roster projects members`, `set-role` and `remove-member`: who is in a project. */
export function projectMemberCommands(projects: Command, reaching: Reaching<Connection>): void {
  const { io } = reaching
  remotely(
    projects
      .command('members')
      .summary('list the people in a project')
      .description('Everybody in a project, by name: with a role of their own there or through a group.')
      .argument('<project>', 'name or id'),
    reaching,
    [['roster projects members Apollo --org acme', 'with their roles there']],
    async (given, options: { readonly json?: true }, connection) => {
      const { listProjectMembers } = await import('../work/project-members.ts')
      return listProjectMembers(io, given, options, connection)
    },
  )
  remotely(
    projects
      .command('set-role')
      .summary('give a member a role in a project')
      .description('Puts a member of the organization into a project, or gives them another role there.')
      .argument('<project>', 'name or id')
      .argument('<person>', 'address, username or id')
      .argument('<role>', 'name or key of a role of projects')
      .option('--until <day>', 'when it ends by itself, or never; as it was where nothing is said')
      .option('--reason <why>', 'why, where the organization asks for a reason'),
    reaching,
    [['roster projects set-role Apollo ada@example.org editor --until 2027-01-31', 'until then']],
    async (given, options: ProjectRoleOptions, connection) => {
      const { setProjectRole } = await import('../work/project-members.ts')
      return setProjectRole(io, given, options, connection)
    },
  )
  remotely(
    projects
      .command('remove-member')
      .summary('take a member out of a project')
      .description(
        'Ends the role somebody was given in a project; they stay in the organization. Asks first.',
      )
      .argument('<project>', 'name or id')
      .argument('<person>', 'address, username or id')
      .option('--yes', 'do not ask'),
    reaching,
    [['roster projects remove-member Apollo ada@example.org', 'asks first']],
    async (given, options: { readonly json?: true; readonly yes?: true }, connection) => {
      const { removeFromProject } = await import('../work/project-members.ts')
      return removeFromProject(io, given, options, connection)
    },
  )
}
