import { describe, expect, test } from 'vitest'
import { clockWalls, importsOf, importWalls } from './imports.ts'
import { nameWalls } from './names.ts'
import { packageWalls } from './packages.ts'
import { placeWalls } from './places.ts'
import { type Findings, readTree, type Tree, tree } from './tree.ts'

/** One file with a deliberate violation, and the words the finding must hold; null where the wall must let it pass. */
type Attempt = readonly [path: string, text: string, finding: string | null]

function tryEach(
  walls: (tree: Tree) => Findings,
  attempts: readonly Attempt[],
  around: Record<string, string> = {},
) {
  test.each(attempts)('%s: %s', (path, text, finding) => {
    const found = walls(tree({ ...around, [path]: text }))
    if (finding === null) expect(found).toEqual([])
    else expect(found).toEqual([expect.stringContaining(finding)])
  })
}

const manifest = (name: string, rest: object) => JSON.stringify({ name: `@roster/${name}`, ...rest })

describe('packages', () => {
  tryEach(packageWalls, [
    [
      'packages/domain/package.json',
      manifest('domain', { dependencies: { zod: 'catalog:' } }),
      'not even zod',
    ],
    [
      'packages/domain/package.json',
      manifest('domain', { devDependencies: { 'fast-check': 'catalog:' } }),
      null,
    ],
    [
      'packages/mail/package.json',
      manifest('mail', { dependencies: { '@roster/api': 'workspace:*' } }),
      '@roster/mail may not depend on @roster/api',
    ],
    [
      'packages/api/package.json',
      manifest('api', { dependencies: { '@roster/server': 'workspace:*' } }),
      'may not depend on @roster/server',
    ],
    [
      'apps/web/package.json',
      manifest('web', { dependencies: { '@roster/api': 'workspace:*' } }),
      '@roster/web may not depend on @roster/api',
    ],
    ['apps/web/package.json', manifest('web', { devDependencies: { '@roster/api': 'workspace:*' } }), null],
    [
      'apps/e2e/package.json',
      manifest('e2e', { devDependencies: { '@roster/domain': 'workspace:*' } }),
      'may not use @roster/domain, even for development',
    ],
    [
      'packages/api/package.json',
      manifest('api', { dependencies: { kysely: '^0.29.9' } }),
      'the version of kysely',
    ],
    ['packages/more/package.json', manifest('more', {}), 'no place in the order of packages'],
  ])
})

describe('names', () => {
  const lines = (many: number) => 'x\n'.repeat(many)
  const homes = ['packages/api', 'packages/domain', 'packages/mail', 'apps/web', 'apps/server']
  const around = Object.fromEntries(homes.map((home) => [`${home}/package.json`, '']))
  tryEach(
    nameWalls,
    [
      ['packages/api/src/invites/send.ts', '', '“invites” is neither a slice'],
      ['packages/api/src/invitations/send.ts', '', null],
      ['packages/domain/src/platform/clock.ts', '', '“platform” is neither a slice'],
      ['apps/web/src/people/page.tsx', '', '“people” is neither a slice'],
      ['packages/api/src/members/utils.ts', '', '“utils.ts” says nothing'],
      ['packages/api/src/members/date-helpers.test.ts', '', '“date-helpers.test.ts” says nothing'],
      ['packages/mail/src/common/html.ts', '', '“common” says nothing'],
      ['apps/server/src/mail-service.ts', '', '“mail-service.ts” says nothing'],
      ['apps/server/src/session-manager.ts', '', '“session-manager.ts” says nothing'],
      ['packages/api/src/platform/base.ts', '', '“base.ts” says nothing'],
      ['packages/domain/src/identity/common-passwords.ts', '', null],
      ['packages/mail/src/base32.ts', '', null],
      ['notes.md', '', 'fixed list'],
      ['lib/index.ts', '', 'fixed list'],
      ['apps/server/src/long.ts', lines(401), '401 lines'],
      ['apps/server/src/long.ts', lines(400), null],
      ['apps/notes/audit.md', '', 'apps/notes: not a package'],
      ['apps/docs/audit.md', '', 'apps/docs: not a package'],
    ],
    around,
  )
})

describe('imports', () => {
  tryEach(
    importWalls,
    [
      ['apps/web/src/app.tsx', "import { appRouter } from '@roster/api'", 'by type only'],
      ['apps/web/src/app.tsx', "import { type AppRouter } from '@roster/api'", 'by type only'],
      ['apps/web/src/app.tsx', "import '@roster/api'", 'by type only'],
      ['apps/web/src/app.tsx', "export { appRouter } from '@roster/api'", 'by type only'],
      ['apps/web/src/app.tsx', "const api = await import('@roster/api')", 'by type only'],
      ['apps/web/src/app.tsx', "import {\n  a,\n  b,\n} from '@trpc/server'", 'by type only'],
      ['apps/web/src/app.tsx', "import type from '@roster/api'", 'by type only'],
      ['apps/web/src/app.tsx', "import type { AppRouter } from '@roster/api'", null],
      ['apps/web/src/app.tsx', "import type {\n  AppRouter,\n} from '@roster/api'", null],
      ['apps/web/src/app.tsx', "import { decide } from '@roster/domain'", null],
      [
        'packages/api/src/members/get.ts',
        "import { x } from '../../../domain/src/ids.ts'",
        'leaves the package',
      ],
      ['packages/domain/src/ids.ts', "import { x } from '../../api/src/index.ts'", 'leaves the package'],
      ['apps/server/src/server.ts', "import p from '../../../package.json' with { type: 'json' }", null],
      ['packages/api/src/members/get.ts', "import { house } from '../testing/house.ts'", 'made for tests'],
      ['packages/api/src/members/get.ts', "import { member } from './testing.ts'", 'made for tests'],
      ['packages/api/src/members/get.test.ts', "import { house } from '../testing/house.ts'", null],
      ['packages/api/src/members/testing.ts', "import { house } from '../testing/house.ts'", null],
      ['packages/api/src/members/leave.ts', "import { send } from '../invitations/send.ts'", 'another slice'],
      ['packages/api/src/members/leave.ts', "import { list } from '../invitations/list.ts'", 'another slice'],
      ['packages/api/src/members/leave.ts', "import { r } from '../invitations/router.ts'", 'another slice'],
      ['packages/api/src/members/leave.ts', "import { close } from '../invitations/store.ts'", null],
      ['packages/api/src/members/leave.ts', "// import { send } from '../invitations/send.ts'", null],
    ],
    {
      'packages/api/src/invitations/send.ts': 'export const send = bulkCommand({})',
      'packages/api/src/invitations/list.ts': 'export const list = query({})',
      'packages/api/src/invitations/store.ts': 'export const close = 1',
    },
  )

  test('every form of import is seen, once', () => {
    const forms = [
      "import a from 'a'",
      "import * as b from 'b'",
      "import c, { d as e } from 'c'",
      "import type { F } from 'f'",
      "export * from 'g'",
      "import 'h'",
      "const i = import('i')",
      "import { type J, k } from 'j'",
    ]
    expect(
      importsOf(forms.join('\n')).map(({ from, typeOnly }) => (typeOnly ? `type ${from}` : from)),
    ).toEqual(['a', 'b', 'c', 'type f', 'g', 'h', 'j', 'i'])
  })
})

describe('the clock', () => {
  tryEach(clockWalls, [
    ['packages/domain/src/ids.ts', 'const at = new Date()', 'time is a value passed in'],
    ['packages/api/src/members/leave.ts', 'const at = new Date( ).getTime()', 'time is a value passed in'],
    ['packages/api/src/members/leave.ts', 'const at = new Date(now)', null],
    ['packages/api/src/members/leave.test.ts', 'const at = new Date()', null],
    ['packages/api/src/platform/call.ts', 'const at = new Date()', null],
  ])
})

describe('places', () => {
  // Put together here, so that this file does not name one itself.
  const path = (...parts: string[]) => ['', ...parts].join('/')
  tryEach(placeWalls, [
    ['docs/a.md', `See ${path('home', 'ada', 'roster')}.`, 'docs/a.md:1: names a place'],
    ['docs/a.md', `\nSee ${path('root', 'roster')}.`, 'docs/a.md:2: names a place'],
    ['docs/a.md', `cd ${path('work', 'roster')}`, 'names a place'],
    ['pnpm-lock.yaml', `tarball: https://${['registry', 'acme', 'test'].join('.')}/x.tgz`, 'names a place'],
    ['docs/a.md', 'https://acme.test/work/home and ./root/x, apps/work/x and /usr/bin/chromium', null],
  ])
})

test('the checkout is read whole', () => {
  const files = readTree()
  expect(files.get('package.json')).toContain('"name": "roster"')
  expect(files.size).toBeGreaterThan(100)
})
