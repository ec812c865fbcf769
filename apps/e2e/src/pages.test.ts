import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REPOSITORY } from './repository.ts'

const PATHS = /\bpath: '([^']+)'/g
const WEB = join(REPOSITORY, 'apps/web/src')
const STORIES = join(import.meta.dirname, '../stories')

test('every page of the router is looked at', () => {
  const router = readdirSync(WEB)
    .filter((name) => /^rout/.test(name))
    .map((name) => readFileSync(join(WEB, name), 'utf8'))
    .join('\n')
  const looks = readdirSync(STORIES)
    .filter((name) => name.startsWith('look') || name.startsWith('mailbox'))
    .map((name) => readFileSync(join(STORIES, name), 'utf8'))
    .join('\n')
  const paths = [...router.matchAll(PATHS)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(20)
  for (const path of paths) {
    const inside = path.startsWith('/') ? path : `/acme/${path}`
    const start = inside.replace(/^\/acme\/\$organization$/, '/acme').replace(/\$\w+$/, '')
    const looked = ["'", '`'].some((quote) => looks.includes(`${quote}${start}`))
    expect(looked, `no story looks at ${path}`).toBe(true)
  }
})
