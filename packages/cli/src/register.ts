import type { Command } from 'commander'
import { type AccessOptions, accessOf } from './access.ts'
import { auditCommands, checkCommand } from './commands/asking.ts'
import { codeCommands } from './commands/code.ts'
import { invitationCommands, memberCommands, placeCommands } from './commands/lists.ts'
import { ending } from './commands/remotely.ts'
import { connectTo } from './connection.ts'
import type { Exit, Io } from './io.ts'

/**
 * Adds the commands for a Roster elsewhere, which they reach over its API with a key. What a command does is loaded when
 * it is asked for.
 */
export function registerRemote(program: Command, io: Io): void {
  const reaching = { io, connect: connectTo }
  memberCommands(program, reaching)
  invitationCommands(program, reaching)
  placeCommands(program, reaching)
  checkCommand(program, reaching)
  auditCommands(program, reaching)
  codeCommands(program, {
    io,
    async connect(_, access) {
      const { remoteOf } = await import('./remote/remote.ts')
      return { remote: remoteOf(io, await connectTo(io, access)) }
    },
  })
}

/**
 * `roster export --yaml`: prints an organization as a file that `roster plan` finds nothing to do for. Answers
 * with what the process ends.
 */
export function exportAsYaml(io: Io, options: AccessOptions): Promise<Exit> {
  return ending(io, async () => {
    const access = await accessOf(io, options)
    const { remoteOf } = await import('./remote/remote.ts')
    const { printYaml } = await import('./work/code.ts')
    return printYaml(io, remoteOf(io, await connectTo(io, access)))
  })
}
