import { setTimeout as pause } from 'node:timers/promises'
import {
  Activity,
  Changes,
  type Deps,
  Downloads,
  idGenerator,
  type Job,
  linkKey,
  openDatabase,
} from '@roster/api'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startJobs } from './jobs.ts'

let deps: Deps
let close: () => Promise<void>
beforeEach(() => {
  const database = openDatabase(':memory:')
  const clock = () => 1_000
  deps = {
    reader: database.reader,
    writer: database.writer,
    clock,
    newId: idGenerator(clock),
    links: linkKey(new Uint8Array(32)),
    changes: new Changes(),
    activity: new Activity(),
    downloads: new Downloads(),
    mailbox: null,
    instance: {
      url: 'http://x.test',
      signUp: 'invited',
      createOrganizations: 'anyone',
      mail: 'none',
      version: '0',
    },
  }
  close = () => database.close()
})
afterEach(() => close())

const silent = () => ({ info: vi.fn(), error: vi.fn() })

test('jobs take turns: none overlaps with another or with itself, and each comes again', async () => {
  let running = 0
  const most: number[] = []
  const turns = { a: 0, b: 0 }
  const slow = (name: 'a' | 'b'): Job => ({
    name,
    everyMs: 1,
    async run() {
      most.push(++running)
      await pause(3)
      turns[name] += 1
      running -= 1
      return 0
    },
  })
  const jobs = startJobs([slow('a'), slow('b')], deps, silent(), 0)
  await vi.waitFor(() => expect(Math.min(turns.a, turns.b)).toBeGreaterThan(2), 5_000)
  await jobs.stop()
  expect(Math.max(...most)).toBe(1)
})

test('a failure is logged with the name of the job, and its next turn comes all the same', async () => {
  const log = silent()
  let turns = 0
  const failing: Job = {
    name: 'failing',
    everyMs: 1,
    async run() {
      turns += 1
      if (turns === 1) throw new Error('no luck')
      return 2
    },
  }
  const jobs = startJobs([failing], deps, log, 0)
  await vi.waitFor(() => expect(log.info).toHaveBeenCalled(), 5_000)
  await jobs.stop()
  expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ job: 'failing' }), 'job failed')
  expect(log.info).toHaveBeenCalledWith({ job: 'failing', changed: 2 }, 'job done')
})

test('stopping waits for the one that runs, which is told of it, and begins no other', async () => {
  const events: string[] = []
  const long: Job = {
    name: 'long',
    everyMs: 1,
    async run({ stopping }) {
      events.push('began')
      while (!stopping.aborted) await pause(1)
      events.push('ended')
      return 0
    },
  }
  const jobs = startJobs([long], deps, silent(), 0)
  await vi.waitFor(() => expect(events).toEqual(['began']), 5_000)
  await jobs.stop()
  expect(events).toEqual(['began', 'ended'])
  await pause(10)
  expect(events).toEqual(['began', 'ended'])
})
