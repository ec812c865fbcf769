import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FIRST, running } from '@roster/server/src/testing/running.ts'
import { programsIn } from './programs.ts'

const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url))
const MODULES = join(REPOSITORY, 'apps/docs/node_modules')
const PYTHON = join(REPOSITORY, 'packages/sdk-python')

/** Where the samples of one page are run: a real server with an organization, and a folder as a reader would have one. */
export interface World {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  end(): Promise<void>
}

interface Surroundings {
  /** The built documentation, which the server serves. */
  readonly docs: string
  /** As on a machine without the tools that some have. */
  readonly bare?: boolean
}

/**
 * Starts Roster with its data in `data` of an empty folder, owned by Ada Lovelace of Acme. Samples find its address in
 * `$ROSTER_URL`, an API key of hers that may do all that she may in `$ROSTER_KEY`, the data in `$ROSTER_DATA`, and `roster`
 * on their path; there are a project Apollo, a group Engineering and the members Grace Hopper and Alan Turing.
 */
export async function world({ docs, bare = false }: Surroundings): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-samples-'))
  const server = await running({ ROSTER_DATA: join(folder, 'data'), ROSTER_DOCS: docs })
  try {
    const key = await populate(server)
    // biome-ignore lint/style/noProcessEnv: samples find the tools of whoever runs the tests
    const path = process.env.PATH ?? ''
    symlinkSync(MODULES, join(folder, 'node_modules'))
    return {
      folder,
      environment: {
        HOME: folder,
        LANG: 'C.UTF-8',
        PATH: [programsIn(folder, path, bare), dirname(process.execPath), path].join(delimiter),
        PYTHONPATH: PYTHON,
        ROSTER_DATA: server.data,
        ROSTER_URL: server.listening,
        ROSTER_KEY: key,
      },
      async end() {
        await server.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (problem) {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    throw problem
  }
}

/** Sets Acme up with a few people and things, and answers a key of its owner. */
async function populate(server: Awaited<ReturnType<typeof running>>): Promise<string> {
  const ask = async (
    procedure: string,
    input: object,
    cookie = '',
  ): Promise<{ data: unknown; cookie: string }> => {
    const answer = await server.call(procedure, input, { cookie })
    if (!answer.ok) throw new Error(`${procedure}: ${await answer.text()}`)
    const said: unknown = await answer.json()
    return {
      data: at(said, 'result', 'data'),
      cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? cookie,
    }
  }
  const { cookie } = await ask('identity.setUp', { secret: server.secret, ...FIRST })
  const acme = (procedure: string, input: object = {}) =>
    ask(procedure, { organization: 'acme', ...input }, cookie).then(({ data }) => data)

  await acme('projects.create', { name: 'Apollo', join: true })
  await acme('groups.create', { name: 'Engineering' })
  const sent = await acme('invitations.send', {
    recipients: PEOPLE.map(({ email }) => email),
    welcome: false,
  })
  for (const [index, person] of PEOPLE.entries()) {
    const link = String(at(sent, index, 'result', 'link'))
    const [, id = '', secret = ''] = /invitations\/(\w+)#(.+)$/.exec(link) ?? []
    const account = { ...person, password: 'correct horse battery staple' }
    const joined = await ask('identity.signUp', { ...account, invitation: { id, secret } })
    await ask('invitations.accept', { invitation: id, secret }, joined.cookie)
  }
  const roles = await acme('roles.list')
  const owner = Array.isArray(roles) ? roles.find((one) => at(one, 'key') === 'owner') : undefined
  return String(at(await acme('keys.create', { name: 'Samples', role: at(owner, 'id') }), 'secret'))
}

const PEOPLE = [
  { name: 'Grace Hopper', username: 'grace', email: 'grace@acme.test' },
  { name: 'Alan Turing', username: 'alan', email: 'alan@acme.test' },
] as const

/** What stands at a path inside of a value; undefined where there is none. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inside, name) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, name) : undefined),
    value,
  )
}
