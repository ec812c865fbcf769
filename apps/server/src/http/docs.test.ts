import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { type FastifyInstance, fastify } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveDocs } from './docs.ts'

const FILES = {
  'docs.html': '<!doctype html><title>First</title>',
  'docs.md': '# First\n',
  'docs/404.html': '<!doctype html><title>Nowhere</title>',
  'docs/guides/roles.html': '<!doctype html><title>Roles</title>',
  'docs/guides/roles.md': '# Roles\n',
  'docs/guides/roles/llms.txt': '# Roles\n\n> About them\n',
  'docs/assets/docs-1.css': 'a{}',
  'llms.txt': '# Roster\n',
  'llms-full.txt': '# Roster\n\n# Roles\n',
} as const

let folder: string
let app: FastifyInstance
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roster-docs-'))
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(
    join(folder, 'docs/guides/roles.html.br'),
    brotliCompressSync(FILES['docs/guides/roles.html']),
  )
  writeFileSync(join(folder, 'secret.md'), 'nobody’s')
  app = fastify({ routerOptions: { ignoreTrailingSlash: true } })
  serveDocs(app, folder)
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test.each([
  ['/docs', 'docs.html', 'text/html; charset=utf-8'],
  ['/docs/', 'docs.html', 'text/html; charset=utf-8'],
  ['/docs?from=menu', 'docs.html', 'text/html; charset=utf-8'],
  ['/docs.md', 'docs.md', 'text/markdown; charset=utf-8'],
  ['/docs/guides/roles', 'docs/guides/roles.html', 'text/html; charset=utf-8'],
  ['/docs/guides/roles.md', 'docs/guides/roles.md', 'text/markdown; charset=utf-8'],
  ['/docs/guides/roles/llms.txt', 'docs/guides/roles/llms.txt', 'text/plain; charset=utf-8'],
  ['/docs/assets/docs-1.css', 'docs/assets/docs-1.css', 'text/css; charset=utf-8'],
  ['/llms.txt', 'llms.txt', 'text/plain; charset=utf-8'],
  ['/llms-full.txt', 'llms-full.txt', 'text/plain; charset=utf-8'],
] as const)('I18 %s is what it says', async (url, file, type) => {
  const answer = await app.inject(url)
  expect([answer.statusCode, answer.body]).toEqual([200, FILES[file]])
  expect(answer.headers['content-type']).toBe(type)
})

test('I18 a page asked for as Markdown is its twin, and a browser gets HTML', async () => {
  const as = async (accept: string) =>
    (await app.inject({ url: '/docs/guides/roles', headers: { accept } })).headers['content-type']
  expect(await as('text/markdown')).toBe('text/markdown; charset=utf-8')
  expect(await as('text/markdown, text/html;q=0.5')).toBe('text/markdown; charset=utf-8')
  expect(await as('text/html,application/xhtml+xml,*/*;q=0.8')).toBe('text/html; charset=utf-8')
})

test('what was not changed is not sent again, and files that are named after what they hold are kept', async () => {
  const first = await app.inject('/docs/guides/roles')
  const tag = String(first.headers.etag)
  const again = await app.inject({ url: '/docs/guides/roles', headers: { 'if-none-match': tag } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  expect(first.headers['cache-control']).toBe('no-cache')
  const style = await app.inject('/docs/assets/docs-1.css')
  expect(style.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('a page goes out compressed to whoever takes it so', async () => {
  const compressed = await app.inject({
    url: '/docs/guides/roles',
    headers: { 'accept-encoding': 'gzip, deflate, br' },
  })
  expect(compressed.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(FILES['docs/guides/roles.html'])
  const refused = await app.inject({ url: '/docs/guides/roles', headers: { 'accept-encoding': 'br;q=0' } })
  expect(refused.headers['content-encoding']).toBeUndefined()
})

test('what is not there is said in words, and nothing outside of the folder or beside its pages is served', async () => {
  const nowhere = await app.inject('/docs/guides/nothing')
  expect([nowhere.statusCode, nowhere.body]).toEqual([404, FILES['docs/404.html']])
  for (const url of [
    '/docs/guides/nothing.md',
    '/docs/../secret.md',
    '/docs/%2e%2e/secret.md',
    '/docs/guides/roles.html',
  ])
    expect((await app.inject(url)).statusCode, url).toBe(404)
  expect((await app.inject('/docs/guides/roles.html.br')).statusCode).toBe(404)
})

test('without a build the documentation says how to get one', async () => {
  const bare = fastify()
  serveDocs(bare, join(folder, 'none'))
  const answer = await bare.inject('/docs')
  expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('npm start')])
  await bare.close()
})

test('a page without a twin is answered as it is to whoever would rather have Markdown', async () => {
  const answer = await app.inject({ url: '/docs/404', headers: { accept: 'text/markdown' } })
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
})
