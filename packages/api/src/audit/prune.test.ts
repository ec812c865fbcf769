import { DAY } from '@roster/domain'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../platform/job.ts'
import { faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { pruneAudit } from './prune.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const owner = () => home.as('owner')
const rename = async (times: number, from = 0) => {
  for (let index = from; index < from + times; index++)
    await owner().organizations.update({ organization: 'acme', name: `Acme ${index}` })
}
const keep = (auditDays: number | null) =>
  owner().organizations.update({ organization: 'acme', policies: { auditDays } })
const sequences = async (chain: string = home.acme) =>
  (
    await home.deps.reader
      .selectFrom('audit_entry')
      .select('sequence')
      .where('chain', '=', chain)
      .orderBy('sequence')
      .execute()
  ).map((row) => row.sequence)
const verify = () => owner().audit.verify({ organization: 'acme' })

/** Ten entries of long ago, the policy, and three of today. */
async function aged(days: number): Promise<void> {
  await rename(10)
  home.advance(days * DAY)
  await keep(30)
  await rename(2, 20)
}

test('D30 what is older than the organization keeps goes, and what is left is a chain from its checkpoint on', async () => {
  await aged(31)
  const noted = (await owner().audit.list({ organization: 'acme', pageSize: 100 })).items.find(
    (item) => item.sequence === 10,
  )
  expect(await runJob(pruneAudit, home.deps)).toBe(10)
  expect(await sequences()).toEqual([11, 12, 13, 14])
  const verified = await verify()
  expect(verified).toMatchObject({
    intact: true,
    entries: 4,
    checkpoint: { sequence: 10, hash: noted?.hash, at: home.now() },
  })
  const { items, total } = await owner().audit.list({ organization: 'acme' })
  expect(total).toBe(4)
  expect(items[0]).toMatchObject({
    sequence: 14,
    action: 'audit.pruned',
    actor: null,
    facts: { through: 10, hash: noted?.hash, entries: 10 },
  })
  expect(await faults(home)).toEqual([])
})

test('nothing goes while nothing is old enough, without the policy, or from the trail of another organization', async () => {
  await home.as('outsider').organizations.update({ organization: 'globex', name: 'Old' })
  await rename(3)
  home.advance(29 * DAY)
  await keep(30)
  expect(await runJob(pruneAudit, home.deps)).toBe(0)
  await keep(null)
  home.advance(400 * DAY)
  expect(await runJob(pruneAudit, home.deps)).toBe(0)
  expect(await sequences()).toEqual([1, 2, 3, 4, 5])
  expect(await sequences(home.globex)).toEqual([1])
})

test('the newest entry stays however old, and a quiet trail is not pruned again and again', async () => {
  await rename(2)
  await keep(30)
  home.advance(500 * DAY)
  expect(await runJob(pruneAudit, home.deps)).toBe(2)
  expect(await sequences()).toEqual([3, 4])
  home.advance(500 * DAY)
  expect(await runJob(pruneAudit, home.deps)).toBe(1)
  home.advance(500 * DAY)
  expect(await runJob(pruneAudit, home.deps)).toBe(1)
  expect(await verify()).toMatchObject({ intact: true })
})

test('a run that was cut short leaves a trail that is whole, and the next run finishes it', async () => {
  await rename(450)
  home.advance(31 * DAY)
  await keep(30)
  await rename(2, 500)
  const stopping = new AbortController()
  home.deps.changes.subscribe(() => stopping.abort())
  expect(await runJob(pruneAudit, home.deps, stopping.signal)).toBe(0)
  expect(await verify()).toMatchObject({ intact: true, entries: 4, checkpoint: { sequence: 450 } })
  expect(await runJob(pruneAudit, home.deps)).toBe(450)
  expect(await verify()).toMatchObject({ intact: true, entries: 4, checkpoint: { sequence: 450 } })
})

test('the database takes a checkpoint that is an entry and not the last one, and deletes up to there, oldest first', async () => {
  await rename(5)
  const raw = (statement: string) => home.deps.writer.run((tx) => sql.raw(statement).execute(tx))
  const chain = `'${home.acme}'`
  const refused = 'append-only'
  await expect(raw(`delete from audit_entry where chain = ${chain} and sequence = 1`)).rejects.toThrow(
    refused,
  )
  const none = 'a checkpoint is an entry of the trail'
  const put = (sequence: string, hash = '(select hash from audit_entry where sequence = 3)') =>
    raw(`insert or replace into audit_checkpoint values (${chain}, ${sequence}, ${hash}, 1)`)
  await expect(put('3', `'${'0'.repeat(64)}'`)).rejects.toThrow(none)
  await expect(put('5', '(select hash from audit_entry where sequence = 5)')).rejects.toThrow(none)
  await put('3')
  await expect(put('3')).rejects.toThrow(none)
  await expect(raw(`delete from audit_checkpoint where chain = ${chain}`)).rejects.toThrow('is kept')
  await expect(raw(`delete from audit_entry where chain = ${chain} and sequence = 2`)).rejects.toThrow(
    refused,
  )
  await expect(raw(`delete from audit_entry where chain = ${chain} and sequence <= 4`)).rejects.toThrow(
    refused,
  )
  await raw(`delete from audit_entry where chain = ${chain} and sequence <= 3`)
  expect(await sequences()).toEqual([4, 5])
})

test('a checkpoint of which the trail does not tell is found, and so is one whose hash was changed', async () => {
  await rename(5)
  const chain = `'${home.acme}'`
  const raw = (statement: string) => home.deps.writer.run((tx) => sql.raw(statement).execute(tx))
  await raw(
    `insert into audit_checkpoint select chain, sequence, hash, 1 from audit_entry where chain = ${chain} and sequence = 3`,
  )
  await raw(`delete from audit_entry where chain = ${chain} and sequence <= 3`)
  expect(await verify()).toMatchObject({ intact: false, brokenAt: 3, reason: 'missing' })
})
