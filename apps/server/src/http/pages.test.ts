import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FastifyInstance, fastify } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { servePages } from './pages.ts'

let folder: string
let app: FastifyInstance
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roster-pages-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Roster</title>')
  writeFileSync(join(folder, 'assets', 'page-1.js'), 'export {}')
  app = fastify()
  await servePages(app, folder)
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('every address is the one page, its assets are kept for ever', async () => {
  const page = await app.inject('/acme/members')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  const asset = await app.inject('/assets/page-1.js')
  expect([asset.statusCode, asset.headers['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
})

test('code that an upgrade took away is not found, instead of a page in its place', async () => {
  expect((await app.inject('/assets/page-0.js')).statusCode).toBe(404)
})
