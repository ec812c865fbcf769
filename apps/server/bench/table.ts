/** What is wanted of a number, and what it is. */
export interface Target {
  /** What is compared, such as "p50, of a thousand". */
  readonly of: string
  readonly is: number
  readonly limit: number
  readonly at: 'most' | 'least'
  readonly unit: '×' | 'ms' | '/s' | '%' | 'MiB' | 'kB'
  /** The same ratio in processor time, which a busy machine blurs less. */
  readonly cpu?: number | null
}

/** A row of the table; what was not measured is null. */
export interface Row {
  readonly what: string
  readonly members: number | null
  readonly p50?: number | null
  readonly p99?: number | null
  readonly perSecond?: number | null
  /** Microseconds of the server's processor for each answer. */
  readonly cpu?: number | null
  /** Something that is neither a latency nor a rate, with its unit. */
  readonly size?: string
  readonly targets?: readonly Target[]
}

const HEADS = ['', 'members', 'p50 ms', 'p99 ms', 'req/s', 'CPU µs', 'against its target'] as const

/** The rows as a table for a terminal. */
export function asText(rows: readonly Row[]): string {
  const lines = rows.flatMap(linesOf)
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || column === HEADS.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [line(HEADS), line(widths.map((width) => '─'.repeat(width))), ...lines.map(line)].join('\n')
}

function linesOf(row: Row): readonly (readonly string[])[] {
  const [first = '', ...others] = (row.targets ?? []).map(verdict)
  return [
    [
      row.what,
      row.members === null ? '' : row.members.toLocaleString('en'),
      row.size ?? shown(row.p50, 2),
      shown(row.p99, 2),
      shown(row.perSecond, 0),
      shown(row.cpu, 0),
      first,
    ],
    ...others.map((other) => ['', '', '', '', '', '', other]),
  ]
}

function shown(value: number | null | undefined, digits: number): string {
  if (value === null || value === undefined) return ''
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Whether a target was met. */
export function met({ is, limit, at }: Target): boolean {
  return at === 'most' ? is <= limit : is >= limit
}

/** Met or missed, in a few words; a miss says by how much. */
export function verdict(target: Target): string {
  const { of, is, limit, at, unit, cpu } = target
  const sign = at === 'most' ? '≤' : '≥'
  const by = Math.abs(is / limit - 1) * 100
  const said = `${of}: ${amount(is, unit)}, wanted ${sign} ${amount(limit, unit)}`
  const work = cpu === undefined || cpu === null ? '' : `; in processor time ${amount(cpu, '×')}`
  return met(target) ? `met     ${said}${work}` : `missed  ${said} (by ${by.toFixed(0)} %)${work}`
}

function amount(value: number, unit: Target['unit']): string {
  if (unit === '×') return `${value.toFixed(2)}×`
  const digits = unit === 'ms' && value < 100 ? 1 : 0
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`
}
