import type { Exit, Io } from './io.ts'

/** Surroundings that remember what was said, and answer with what they were given. */
export function quietIo({
  files = {},
  environment = {},
  columns = null,
  answers = [],
  now = Date.UTC(2027, 0, 15, 9),
}: {
  readonly files?: Readonly<Record<string, string>>
  readonly environment?: Io['environment']
  readonly columns?: number | null
  readonly answers?: readonly string[]
  readonly now?: number
} = {}): Io & { readonly said: string[]; readonly noted: string[]; readonly ended: Exit[] } {
  const said: string[] = []
  const noted: string[] = []
  const ended: Exit[] = []
  const waiting = [...answers]
  const same = (text: string) => text
  return {
    said,
    noted,
    ended,
    environment,
    columns,
    fetch,
    now: () => now,
    async read(path) {
      const text = files[path]
      if (text === undefined) throw new Error(`There is no file ${path}.`)
      return text
    },
    end: (exit) => void ended.push(exit),
    terminal: {
      colors: { green: same, yellow: same, red: same, bold: same, dim: same },
      interactive: answers.length > 0,
      say: (line = '') => void said.push(line),
      note: (line) => void noted.push(line),
      progress: () => ({ to: () => undefined, end: () => undefined }),
      ask: async () => waiting.shift() ?? '',
    },
  }
}
