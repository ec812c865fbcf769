import { afterEach, beforeEach, expect, test } from 'vitest'
import { JOBS } from '../jobs.ts'
import { faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import type { Change } from './changes.ts'
import { UNCHANGED } from './command.ts'
import { changeAsSystem, job, runJob } from './job.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const rename = job({
  name: 'rename',
  everyMs: 1_000,
  run: (context) =>
    changeAsSystem(
      context,
      { organization: home.acme, records: 'organization.updated' },
      async ({ tx, now }) => {
        const { numUpdatedRows } = await tx
          .updateTable('organization')
          .set({ name: `Acme at ${now}` })
          .where('id', '=', home.acme)
          .where('name', '=', 'Acme')
          .executeTakeFirstOrThrow()
        const result = Number(numUpdatedRows)
        if (result === 0) return { result, audit: UNCHANGED }
        return {
          result,
          audit: { target: { kind: 'organization', id: home.acme } },
          shownBy: ['members'] as const,
        }
      },
    ),
})

const trail = async () =>
  (
    await home.deps.reader
      .selectFrom('audit_entry')
      .select('entry')
      .where('chain', '=', home.acme)
      .orderBy('sequence')
      .execute()
  ).map(({ entry }): Record<string, unknown> => JSON.parse(entry))

test('a job acts as the system, by the clock of the process, with a change of its own in the trail', async () => {
  home.advance(5_000)
  expect(await runJob(rename, home.deps)).toBe(1)
  const [entry, ...others] = await trail()
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    action: 'organization.updated',
    at: home.now(),
    actor: { kind: 'system', id: null },
    allowedBy: null,
    target: { kind: 'organization', id: home.acme },
    change: expect.stringMatching(/^chg_/),
  })
  expect(await faults(home)).toEqual([])
})

test('what a job found done already is neither recorded nor told, and what it did is', async () => {
  const told: Change[] = []
  home.deps.changes.subscribe((change) => told.push(change))
  await runJob(rename, home.deps)
  await runJob(rename, home.deps)
  expect(await trail()).toHaveLength(1)
  expect(told.map((change) => change.slice)).toEqual(['organizations', 'members'])
})

test('every job there is runs in a house where nothing is due, and changes nothing', async () => {
  expect(new Set(JOBS.map((one) => one.name)).size).toBe(JOBS.length)
  const before = await trail()
  for (const one of JOBS) expect([one.name, await runJob(one, home.deps)]).toEqual([one.name, 0])
  expect(await trail()).toEqual(before)
})
