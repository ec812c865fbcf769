import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { call } from './api.ts'
import { REPOSITORY } from './repository.ts'
import type { Roster } from './roster.ts'

const run = promisify(execFile)

/** Fills a product nobody has set up yet with the demo organization (`npm run seed`), and signs its owner in. */
export async function moveIn(roster: Roster, owner: Page): Promise<void> {
  await roster.stop()
  const { stdout } = await run(process.execPath, [join(REPOSITORY, 'apps/server/src/seed.ts')], {
    cwd: roster.data,
    env: { PATH: process.env.PATH, ROSTER_DATA: roster.data, ROSTER_URL: roster.url },
  })
  const [, email, password] = /sign in as (\S+) with the password (\S+)/.exec(stdout) ?? []
  if (!email || !password) throw new Error(`The seed did not say how to sign in:\n${stdout}`)
  await roster.restart()
  await call(owner.request, roster.url, 'identity.signIn', { email, password })
}
