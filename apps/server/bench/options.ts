import { parseArgs } from 'node:util'

export const PARTS = [
  'start',
  'read',
  'rest',
  'write',
  'bulk',
  'access',
  'export',
  'webhooks',
  'browser',
] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  /** Sizes of the organizations, the smallest first. */
  readonly sizes: readonly number[]
  readonly rounds: number
  /** How long each thing is measured in a round at each number of connections. */
  readonly milliseconds: number
  readonly parts: ReadonlySet<Part>
  readonly json: boolean
  readonly keep: boolean
  /** A folder that an earlier run kept, used again instead of filling new ones. */
  readonly from: string | null
}

export const USAGE = `npm run bench -- [--quick] [--only ${PARTS.join('|')}] [--json] [--keep] [--from folder]

  --quick   organizations of 1,000 and 100,000 members, fewer rounds
  --only    one part; may be given more than once
  --json    the table as JSON on standard output, the progress on standard error
  --keep    leaves the data in its temporary folder and says where that is
  --from    measures the data that an earlier run kept
`

/** What was asked for on the command line. Throws with the usage when that is not understood. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      from: { type: 'string' },
    },
  })
  const only = values.only.map((word) => {
    const part = PARTS.find((one) => one === word)
    if (!part) throw new Error(USAGE)
    return part
  })
  return {
    sizes: values.quick ? [1_000, 100_000] : [1_000, 100_000, 1_000_000],
    rounds: values.quick ? 3 : 5,
    milliseconds: values.quick ? 120 : 300,
    parts: new Set(only.length > 0 ? only : PARTS),
    json: values.json,
    keep: values.keep || values.from !== undefined,
    from: values.from ?? null,
  }
}
