import { exportAsYaml, type Io, runRemote } from '@roster/cli'

/** What a command printed, said besides, and ended with. */
export interface Told {
  readonly said: string
  readonly noted: string
  readonly exit: number
}

/** The command line as a shell starts it, with this environment and these files. */
export function commandLine(environment: Io['environment']) {
  return async (
    words: readonly string[],
    files: Readonly<Record<string, string>> = {},
    columns: number | null = null,
  ): Promise<Told> => {
    const said: string[] = []
    const noted: string[] = []
    const same = (text: string) => text
    const io: Io = {
      environment,
      columns,
      fetch: globalThis.fetch,
      now: Date.now,
      read: async (path) => files[path] ?? '',
      end: () => undefined,
      terminal: {
        colors: { green: same, yellow: same, red: same, bold: same, dim: same },
        interactive: false,
        say: (line = '') => void said.push(line),
        note: (line) => void noted.push(line),
        progress: () => ({ to: () => undefined, end: () => undefined }),
        ask: async () => '',
      },
    }
    const exit = words[0] === 'export' ? await exportAsYaml(io, {}) : await runRemote(words, io)
    return { said: said.join('\n'), noted: noted.join('\n'), exit }
  }
}
