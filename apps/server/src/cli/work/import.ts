import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type ImportLine, orThrow, plainName, ROW_OUTCOMES, type RowOutcome } from '@roster/domain'
import { counted } from '../../doctor/words.ts'
import { openExisting } from '../../existing-data.ts'
import type { Box } from '../box.ts'
import type { ImportOptions } from '../commands/import.ts'
import { EXIT, type Exit } from '../outcome.ts'
import type { Progress, Terminal } from '../terminal.ts'
import { type Caller, callerAs, principal } from './acting.ts'
import { type ImportFile, importFileIn } from './import-file.ts'

/** What is wrong with a row, by the column of the file. */
interface RowSaid {
  readonly line: number
  readonly outcome: RowOutcome | null
  readonly problems: readonly { readonly field: string; readonly message: string; readonly code?: string }[]
}

interface Report {
  readonly import: string | null
  readonly rows: number
  readonly counts: Readonly<Record<RowOutcome, number>>
  readonly problems: readonly { readonly line: number; readonly column: string; readonly message: string }[]
}

/** As many rows as one call takes. */
const ROWS_A_CALL = 1_000
const SHOWN = 100

export async function importFrom(
  { terminal, ...box }: Box,
  path: string,
  options: ImportOptions,
): Promise<Exit> {
  const file = importFileIn(await bytesOf(path), options.column)
  const opened = openExisting(box.dataDirectory(options.data), box.configuration())
  const progress = terminal.progress(options.dryRun ? 'Checking' : 'Importing')
  try {
    const { org: organization, reason = null } = options
    const { user } = await principal(opened.deps, organization, options.as)
    const caller = () => callerAs(opened.deps, user)
    const asked = {
      organization,
      reason,
      name: orThrow(plainName(path === '-' ? 'Standard input' : basename(path))),
    }
    const report = options.dryRun
      ? await check(caller, asked, file, progress)
      : await carryOut(caller, asked, file, progress)
    progress.end()
    if (options.json) terminal.say(JSON.stringify({ dryRun: options.dryRun ?? false, ...report }, null, 2))
    else tell(terminal, report, options.dryRun ?? false)
    return report.counts.refused > 0 ? EXIT.remarks : EXIT.ok
  } finally {
    progress.end()
    await opened.close()
  }
}

/** What is in a file, or for `-` on standard input. */
function bytesOf(path: string): Promise<Uint8Array> {
  return path === '-' ? buffer(process.stdin) : readFile(path)
}

interface Asked {
  readonly organization: string
  readonly reason: string | null
  readonly name: string
}

async function check(
  caller: () => Caller,
  { organization, reason }: Asked,
  file: ImportFile,
  progress: Progress,
): Promise<Report> {
  const rows: RowSaid[] = []
  for (const lines of inParts(file.lines)) {
    const offered = rows.filter(({ outcome }) => outcome === 'invited').length
    rows.push(...(await caller().imports.check({ organization, lines: [...lines], offered, reason })))
    progress.to(rows.length, file.lines.length)
  }
  const counts = Object.fromEntries(
    ROW_OUTCOMES.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  )
  return { import: null, rows: rows.length, counts: { ...NONE, ...counts }, problems: problemsOf(rows, file) }
}

const NONE = { invited: 0, reinvited: 0, assigned: 0, unchanged: 0, refused: 0 }

async function carryOut(
  caller: () => Caller,
  { organization, reason, name }: Asked,
  file: ImportFile,
  progress: Progress,
): Promise<Report> {
  const total = file.lines.length
  const { import: id } = await caller().imports.open({ organization, name, total, reason })
  for (const lines of inParts(file.lines))
    await caller().imports.load({ organization, import: id, lines: [...lines] })
  for (;;) {
    const { state, done, ...counts } = await caller().imports.run({ organization, import: id })
    progress.to(done, total)
    if (state === 'running') continue
    const rows: RowSaid[] = []
    for (let after: number | null = 0; after !== null; ) {
      const page: { items: readonly RowSaid[]; next: number | null } = await caller().imports.rows({
        ...{ organization, import: id, outcome: 'refused', after, most: 1_000 },
      })
      rows.push(...page.items)
      after = page.next
    }
    return { import: id, rows: total, counts, problems: problemsOf(rows, file) }
  }
}

function* inParts(lines: readonly ImportLine[]): Generator<readonly ImportLine[]> {
  for (let from = 0; from < lines.length; from += ROWS_A_CALL) yield lines.slice(from, from + ROWS_A_CALL)
}

function problemsOf(rows: readonly RowSaid[], { columns }: ImportFile): Report['problems'] {
  const named = new Map<string, string>(columns)
  return rows.flatMap(({ line, problems }) =>
    problems.map(({ field, message }) => ({ line, column: named.get(field) ?? field, message })),
  )
}

function tell({ say, note, colors }: Terminal, { rows, counts, problems }: Report, dryRun: boolean): void {
  const { invited, reinvited, assigned, unchanged, refused } = counts
  const would = dryRun ? ' to be' : ''
  say(
    `${counted(rows, 'row')}: ${invited}${would} invited, ${reinvited}${would} invited again, ${assigned}${would} assigned, ${unchanged} unchanged, ${refused > 0 ? colors.red(`${refused} refused`) : '0 refused'}.`,
  )
  for (const { line, column, message } of problems.slice(0, SHOWN))
    say(`  line ${line}, ${column}: ${message}`)
  if (problems.length > SHOWN)
    note(`The first ${SHOWN} of ${problems.length} problems are shown; --json has all.`)
}
