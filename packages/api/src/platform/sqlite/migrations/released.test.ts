import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MIGRATIONS } from './index.ts'

/** What was released, by the first sixteen characters of the SHA-256 of its statements. Add to it at a release. */
const RELEASED: readonly (readonly [name: string, statements: string])[] = [
  ['0001-accounts', '2981b3f4e7269f72'],
  ['0002-organizations', 'b151892b2e8ad3e8'],
  ['0003-access', '098eaa4334e69e65'],
  ['0004-audit', '02042e632779efa0'],
  ['0005-outbox', 'ec7c8801d6ea49e8'],
  ['0006-invitation-lists', 'd975dc740258732b'],
  ['0007-member-listing', '79cec6e6cdb6f49c'],
  ['0008-ends-after-its-begin', '85634070db1c5796'],
  ['0009-changes', '746bfcab126f9776'],
  ['0010-projects', '50850c1c56313a05'],
  ['0011-groups', 'cdbd8750301e97df'],
  ['0012-roles', '8b01e4b63a1dac64'],
  ['0013-invitation-terms', 'f8bd2136710fb900'],
  ['0014-policies', '998ae720b65fb83e'],
  ['0015-requests-and-accounts', '945a003cacac2a1a'],
  ['0016-history', 'abdf8e2a084684e9'],
  ['0017-imports', 'e7aba1a2e9ab78e4'],
  ['0018-reviews', 'af03e559b038f01d'],
  ['0019-time-bound', '6b36310193e247c7'],
  ['0020-undo', '0a7613d75fcd2495'],
  ['0021-found-again', '70ed7126144d7ae6'],
]

test('F16 a migration that was released is never edited, and none comes before it', () => {
  expect(
    MIGRATIONS.slice(0, RELEASED.length).map(([name, statements]) => [
      name,
      hash('sha256', statements).slice(0, 16),
    ]),
  ).toEqual(RELEASED)
})
