import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Acme, acme } from './acme.ts'

const run = promisify(execFile)
const HOME = fileURLToPath(new URL('../../../../packages/sdk', import.meta.url))
const TSC = join(fileURLToPath(import.meta.resolve('typescript/package.json')), '../bin/tsc')

const Manifest = z.looseObject({
  version: z.string(),
  files: z.array(z.string()),
  publishConfig: z.object({ exports: z.unknown() }),
})
const manifest = Manifest.parse(JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')))

/** A project of somebody else: it uses what is published, and nothing of this repository. */
const CONSUMER = `
import { isRefusal, type Member, Roster, RosterError } from '@roster/sdk'

declare const process: { readonly argv: readonly string[] }

const client: Roster = new Roster({ url: process.argv[2] ?? '', key: process.argv[3] ?? '' })
const members = client.organization('acme').members
const found: Member[] = []
for await (const member of members.list({ pageSize: 1, orderBy: 'name' })) found.push(member)
const names: readonly string[] = found.map(({ name }) => name)
const total: number = (await members.list()).total
let refused = 'no'
try {
  await members.get('mem_00000000000000000000000000')
} catch (error) {
  if (isRefusal(error, 'not-found')) refused = error.code satisfies 'not-found'
  else if (error instanceof RosterError) throw new Error(error.code)
  else throw error
}
const { results } = await client.organization('acme').invitations.create(['Not an address'])
const outcomes = results.map((one) => (one.ok ? one.result.outcome : one.refusal.code))
console.log(JSON.stringify({ names, total, refused, outcomes }))

export async function mistakes(): Promise<void> {
  // @ts-expect-error a size is a number
  await members.list({ pageSize: '25' })
  // @ts-expect-error a role is given by its id, as roleId
  await members.updateRole('mem_1', { role: 'rol_1' })
  // @ts-expect-error there is no such method
  await members.forget('mem_1')
  // @ts-expect-error what is read has no such field
  ;(await members.get('mem_1')).joined_at
  // @ts-expect-error only what can be tried can be tried
  await client.project('prj_1').get({ dryRun: true })
}
`

let here: Acme
let folder: string
beforeAll(async () => {
  here = await acme()
  folder = mkdtempSync(join(tmpdir(), 'roster-consumer-'))
  const installed = join(folder, 'node_modules/@roster/sdk')
  mkdirSync(installed, { recursive: true })
  await run(process.execPath, [join(HOME, 'src/build/main.ts'), join(installed, 'dist')])
  const { publishConfig, scripts: _scripts, devDependencies: _development, ...published } = manifest
  writeFileSync(
    join(installed, 'package.json'),
    JSON.stringify({ ...published, exports: publishConfig.exports }),
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(folder, 'main.ts'), CONSUMER)
})
afterAll(async () => {
  await here.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('what is published', () => {
  test('needs no other package, and nothing of Node', () => {
    const code = readFileSync(join(folder, 'node_modules/@roster/sdk/dist/index.js'), 'utf8')
    const types = readFileSync(join(folder, 'node_modules/@roster/sdk/dist/index.d.ts'), 'utf8')
    for (const text of [code, types]) {
      expect(text).not.toMatch(/^\s*import\b/m)
      expect(text).not.toMatch(/\bfrom\s+['"]/)
      expect(text).not.toMatch(/\bimport\(/)
    }
    expect(code).not.toMatch(/\b(?:process|Buffer|require|__dirname)\b\s*[.(]/)
    expect(manifest).not.toHaveProperty('dependencies')
    for (const file of manifest.files)
      expect([file, file === 'dist' || existsSync(join(HOME, file))]).toEqual([file, true])
  })

  test.each([
    ['with the types of browsers', { lib: ['ES2022', 'DOM', 'DOM.Iterable'] }],
    [
      'as strictly as can be',
      { lib: ['ES2022', 'DOM'], exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ],
    ['as bundlers resolve', { lib: ['ES2022', 'DOM'], module: 'esnext', moduleResolution: 'bundler' }],
  ])('is typed for a project that compiles %s', async (_, options) => {
    const compilerOptions = {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
      ...options,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }))
    const said = await run(process.execPath, [TSC, '-p', folder]).catch(({ stdout }) => ({ stdout }))
    expect(said.stdout).toBe('')
  })

  const runtimes = [
    { name: 'node', program: process.execPath, words: [] },
    { name: 'bun', program: onPath('bun'), words: ['run'] },
    { name: 'deno', program: onPath('deno'), words: ['run', '--allow-net', '--no-check'] },
  ].filter(({ program }) => program !== null)
  test.each(runtimes)('runs in $name', async ({ program, words }) => {
    const key = here.town.people.owner.key
    const given = [...words, join(folder, 'main.ts'), here.server.listening, key]
    const { stdout } = await run(program ?? '', given)
    expect(JSON.parse(stdout)).toEqual({
      names: ['Ada Lovelace', 'The admin', 'The member'],
      total: 3,
      refused: 'not-found',
      outcomes: ['invalid-email'],
    })
  })
})

function onPath(program: string): string | null {
  // biome-ignore lint/style/noProcessEnv: which programs there are is the machine's to say
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((path) => join(path, program)).find((path) => existsSync(path)) ?? null
}
