import { describe, expect, test } from 'vitest'
import { nextSearch, ownPath } from './next.ts'

/** The keys are there: the router would keep what the address says for one that is left out. */
const NOTHING = { next: undefined, ended: undefined }

describe('A47 nobody is led to another site after signing in', () => {
  test.each([
    'https://evil.example',
    'HTTPS://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '/.\\/evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hello',
    'http:evil.example',
    'http:/evil.example',
    'evil.example',
    'acme/members',
    '?next=//evil.example',
    '#//evil.example',
    '',
  ])('%j is not taken', (next) => {
    expect(ownPath(next)).toBeNull()
    expect(nextSearch({ next })).toStrictEqual(NOTHING)
  })

  test.each([undefined, null, 1, true, {}, ['/acme'], { toString: () => '/acme' }])(
    'what is not text is not taken: %j',
    (next) => expect(nextSearch({ next })).toStrictEqual(NOTHING),
  )

  test.each([
    ['/', '/'],
    ['/acme/members', '/acme/members'],
    ['/acme/members?role=admin&page=2', '/acme/members?role=admin&page=2'],
    ['/invitations/inv_1#m.abc', '/invitations/inv_1#m.abc'],
    ['/acme/../other', '/other'],
    ['/acme?to=https://evil.example', '/acme?to=https://evil.example'],
    ['/%2F%2Fevil.example', '/%2F%2Fevil.example'],
    ['/@evil.example', '/@evil.example'],
    ['/:80/evil.example', '/:80/evil.example'],
  ])('%j leads to %j of ours', (next, path) => {
    expect(nextSearch({ next })).toStrictEqual({ ...NOTHING, next: path })
    expect(new URL(path, 'https://roster.example').host).toBe('roster.example')
  })
})

test('that a session ended is only taken as plain true', () => {
  expect(nextSearch({ ended: true })).toStrictEqual({ ...NOTHING, ended: true })
  expect(nextSearch({ ended: 'yes' })).toStrictEqual(NOTHING)
})
