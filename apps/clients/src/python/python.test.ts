import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { running } from '@roster/server/src/testing/running.ts'
import { describe, expect, type TestContext, test } from 'vitest'
import { hasPython } from '../doors/python.ts'
import { town } from '../doors/town.ts'

const run = promisify(execFile)
const PACKAGE = fileURLToPath(new URL('../../../../packages/sdk-python', import.meta.url))

/** Runs a file of the tests of the Python client, on an organization of its own. */
async function passes(file: string, { skip }: TestContext): Promise<void> {
  if (!hasPython()) skip('there is no python3 on this machine to try the Python client with')
  const server = await running({ ROSTER_TRUST_PROXY: 'true' })
  try {
    const { people } = await town(server)
    const keys = Object.entries(people).map(([who, { key }]) => `ROSTER_${who.toUpperCase()}_KEY=${key}`)
    const words = [
      `ROSTER_URL=${server.listening}`,
      ...keys,
      'python3',
      '-B',
      '-W',
      'error::SyntaxWarning',
      '-m',
      'unittest',
      '-v',
      `tests.${file}`,
    ]
    const said = await run('env', words, { cwd: PACKAGE }).catch(
      (problem: { readonly stderr: string }) => problem,
    )
    expect(said.stderr).toMatch(/^Ran [1-9]\d* tests? in [\d.]+s\n\nOK$/m)
  } finally {
    await server.stop()
  }
}

describe('the Python client', () => {
  test('C6 C7 C8 C11 C12 C13 C15 members and invitations of an organization', (context) =>
    passes('test_organization', context))
  test('C3 C4 C6 C9 C11 C14 C15 members and invitations of a project', (context) =>
    passes('test_project', context))
  test('C5 refusals, which never show the key', (context) => passes('test_refusals', context))
  test('calls that are made again are done once', (context) => passes('test_repeats', context))
})
