/** The command line for a Roster elsewhere, and organizations as code. */
export type { AccessOptions } from './access.ts'
export { accessOptions } from './commands/remotely.ts'
export type { Exit, Io, Progress, Terminal } from './io.ts'
export { exportAsYaml, registerRemote } from './register.ts'
export { runRemote } from './run.ts'
