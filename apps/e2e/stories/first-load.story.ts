import { gzipSync } from 'node:zlib'
import { begin, GRACE, gatherIn } from '../src/crowd.ts'
import { row } from '../src/steps.ts'
import { expect, shows, story } from '../src/story.ts'

const MOST_BYTES = 150_000

story(
  'the first load of the members page is at most 150 kB of gzipped JavaScript',
  async ({ roster, as }) => {
    const ada = await as('ada')
    await begin(roster, ada)
    await gatherIn(roster, ada, [GRACE])

    const scripts = new Set<string>()
    ada.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(request.url())
    })
    await ada.goto('/acme/members')
    await shows(row(ada, /Grace Hopper/))
    await ada.evaluate(() => new Promise((done) => requestIdleCallback(done)))

    const files = await Promise.all([...scripts].map(weigh))
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    expect(files.length).toBeGreaterThan(3)
    // What weighs most stands first in the answer of a run that fails.
    const heaviest = files
      .sort((one, other) => other.bytes - one.bytes)
      .map(({ name, bytes }) => `${name} ${bytes}`)
    expect(bytes, `${bytes} bytes:\n${heaviest.join('\n')}`).toBeLessThanOrEqual(MOST_BYTES)
  },
)

/** The bytes of a file for a browser that takes gzip. */
async function weigh(url: string): Promise<{ name: string; bytes: number }> {
  const body = await (await fetch(url)).arrayBuffer()
  return { name: new URL(url).pathname, bytes: gzipSync(body, { level: 9 }).length }
}
