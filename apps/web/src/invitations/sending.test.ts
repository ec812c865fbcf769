import { expect, test } from 'vitest'
import { type Entry, withTexts } from './draft.ts'
import { type Run, SLICE, sendAll } from './sending.ts'
import type { SendOutcome } from './types.ts'

const entries: readonly Entry[] = withTexts(
  [],
  Array.from({ length: 2 * SLICE + 1 }, (_, at) => `person${at}@acme.test`),
).entries

function sent(given: string): SendOutcome {
  const result = { invitation: 'inv_1', given, outcome: 'sent', link: `https://roster/${given}` } as const
  return { ok: true, result }
}

function run(part: Partial<Run>) {
  const calls: number[] = []
  const progress: number[] = []
  const running = sendAll({
    entries,
    async send(recipients) {
      calls.push(recipients.length)
      return recipients.map(sent)
    },
    stopped: () => false,
    onProgress: (done) => progress.push(done),
    sentenceOf: () => 'No connection.',
    ...part,
  })
  return { running, calls, progress }
}

test('T17 many recipients go in slices, with a result for each in order', async () => {
  const { running, calls, progress } = run({})
  const results = await running
  expect(results.map(({ entry }) => entry)).toEqual(entries)
  expect(calls).toEqual([SLICE, SLICE, 1])
  expect(progress).toEqual([SLICE, 2 * SLICE, 2 * SLICE + 1])
})

test('T17 a refused recipient does not hold up the others', async () => {
  const refusal = { code: 'already-member', message: 'A member already.' } as const
  const { running } = run({
    entries: entries.slice(0, 2),
    send: async ([, second = '']) => [{ ok: false, refusal }, sent(second)],
  })
  expect(await running).toMatchObject([
    { outcome: 'refused', why: 'A member already.', mendable: false },
    { outcome: 'sent', link: 'https://roster/person1@acme.test' },
  ])
})

test('when nothing was sent, the call as a whole failed', async () => {
  const lost = new Error('lost')
  await expect(run({ send: () => Promise.reject(lost) }).running).rejects.toBe(lost)
})

test('what fails half-way leaves the rest unsent, and says so', async () => {
  let calls = 0
  const { running } = run({
    async send(recipients) {
      calls += 1
      if (calls > 1) throw new Error('lost')
      return recipients.map(sent)
    },
  })
  const results = await running
  expect(results.filter(({ outcome }) => outcome === 'sent')).toHaveLength(SLICE)
  expect(results.at(-1)).toMatchObject({ outcome: 'refused', why: 'No connection.', mendable: true })
  expect(results).toHaveLength(entries.length)
})

test('a stop takes effect between two slices', async () => {
  const { running, calls } = run({ stopped: () => true })
  const results = await running
  expect(calls).toEqual([SLICE])
  expect(results.filter(({ outcome }) => outcome === 'refused')).toHaveLength(SLICE + 1)
})
