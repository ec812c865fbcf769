import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { DAY } from '@roster/domain'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../platform/job.ts'
import { type House, house } from '../testing/house.ts'
import { pruneAudit } from './prune.ts'

let home: House
let recipe: string
beforeEach(async () => {
  home = await house()
  recipe = await readFile(new URL('../../../../apps/docs/audit.md', import.meta.url), 'utf8')
  await home
    .as('owner')
    .organizations.update({ organization: 'acme', name: 'Ac\u00ADme “Ltd”', slug: 'acme-2' })
  await home.as('owner').organizations.update({ organization: 'acme', name: 'A  c\tme | \\n' })
  await home.as('owner').organizations.update({ organization: 'acme', policies: { managedBy: 'owners' } })
})
afterEach(() => home.close())

/** The two statements of the documented recipe, run as they stand there. */
async function checkpoint(): Promise<readonly [start: number, previous: string]> {
  const statement = /select sequence \|\| .*? from audit_checkpoint where chain = '\$chain'/
    .exec(recipe)?.[0]
    .replace('$chain', home.acme)
  if (!statement) throw new Error('the recipe has lost its checkpoint')
  const { rows } = await sql.raw<Record<string, string>>(statement).execute(home.deps.reader)
  const [start = '0', previous = '0'.repeat(64)] = Object.values(rows[0] ?? {})[0]?.split(' ') ?? []
  return [Number(start), previous]
}

async function exported(start = 0): Promise<readonly string[]> {
  const statement = /select sequence \|\| .*? order by sequence/
    .exec(recipe)?.[0]
    .replace('$chain', home.acme)
    .replace('$start', String(start))
  if (!statement) throw new Error('the recipe has lost its statement')
  const { rows } = await sql.raw<Record<string, string>>(statement).execute(home.deps.reader)
  return rows.flatMap((row) => Object.values(row))
}

/** What the documented loop does: read three words, hash the previous hash, a line feed and the entry. */
function check(
  lines: readonly string[],
  [start, first]: readonly [number, string] = [0, '0'.repeat(64)],
): string {
  let previous = first
  for (const [index, line] of lines.entries()) {
    const [, sequence = '', hash = '', entry = ''] = /^(\d+) ([0-9a-f]{64}) (.*)$/s.exec(line) ?? []
    if (Number(sequence) !== start + index + 1) return `missing: ${start + index + 1}`
    if (createHash('sha256').update(`${previous}\n${entry}`).digest('hex') !== hash)
      return `changed: ${sequence}`
    const own = `"chain":"${home.acme}"`
    if (!entry.slice(entry.indexOf(own)).includes(`"sequence":${sequence},`)) return `moved: ${sequence}`
    previous = hash
  }
  return `intact: ${lines.length} entries, last hash ${previous}`
}

test('D30 the documented recipe agrees with Roster, entry by entry, from nothing but the exported rows', async () => {
  const lines = await exported()
  expect(lines).toHaveLength(4)
  expect(lines.every((line) => !line.includes('\n'))).toBe(true)
  const verified = await home.as('owner').audit.verify({ organization: 'acme' })
  expect(verified).toMatchObject({ intact: true, entries: 4 })
  expect(check(lines)).toBe(`intact: 4 entries, last hash ${verified.intact ? verified.lastHash : ''}`)
})

test('D30 the documented recipe begins at the checkpoint of a trail that is not kept whole', async () => {
  home.advance(31 * DAY)
  await home.as('owner').organizations.update({ organization: 'acme-2', policies: { auditDays: 30 } })
  await runJob(pruneAudit, home.deps)
  const from = await checkpoint()
  expect(from[0]).toBe(4)
  const lines = await exported(from[0])
  const verified = await home.as('owner').audit.verify({ organization: 'acme-2' })
  expect(check(lines, from)).toBe(`intact: 2 entries, last hash ${verified.intact ? verified.lastHash : ''}`)
  expect(check(lines)).toBe('missing: 1')
})

test('the documented recipe finds what was changed, taken out and reordered', async () => {
  const lines = [...(await exported())]
  const [first = '', second = '', third = '', fourth = ''] = lines
  expect(check([first, second.replace('acme-2', 'acme-3'), third, fourth])).toBe('changed: 2')
  expect(check([first, third, fourth])).toBe('missing: 2')
  expect(check([first, third, second, fourth])).toBe('missing: 2')
})
