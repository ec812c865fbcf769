import { describe, expect, test } from 'vitest'
import { CAPABILITIES, capabilityWalls } from './capabilities.ts'
import { titlesIn } from './titles.ts'
import { tree } from './tree.ts'

const DOCUMENT = 'apps/docs/capabilities.md'
const TEST = 'packages/api/src/members/list.test.ts'

/** A document with a whole line for every capability, and a test for each. */
function whole(change: (line: string, id: string) => string = (line) => line) {
  const lines = CAPABILITIES.map((id) =>
    change(`| ${id} | what (issue 4) | where | \`a.b\` | \`${id} is so\` |`, id),
  )
  const tests = CAPABILITIES.map((id) => `test('${id} is so', () => {})`)
  return { [DOCUMENT]: lines.join('\n'), [TEST]: tests.join('\n') }
}

describe('the list of capabilities', () => {
  test('holds when every id has its line, its procedures and its test', () => {
    expect(capabilityWalls(tree(whole()), ['a.b'])).toEqual([])
  })

  test.each([
    ['a line is missing', whole((line, id) => (id === 'D7' ? '' : line)), 'D7 has no line'],
    [
      'it names another test',
      whole((line, id) => (id === 'D7' ? line.replace('D7 is so', 'D8 is so') : line)),
      'the test named for D7 does not bear it',
    ],
    [
      'it names no test',
      whole((line, id) => (id === 'D7' ? line.replace('`D7 is so`', '') : line)),
      'D7 names no test',
    ],
    [
      'it names a procedure that is not there',
      whole((line, id) => (id === 'D7' ? line.replace('a.b', 'a.c') : line)),
      'a.c, which is no procedure and no route',
    ],
    [
      'a test is left out',
      { ...whole(), 'apps/e2e/stories/a.story.ts': "test.skip('D7 is so', () => {})" },
      'a test that is left out proves nothing',
    ],
    [
      'a story is left out by a condition',
      { ...whole(), 'apps/e2e/stories/a.story.ts': "story.skipIf(true)('D7 is so', () => {})" },
      'a test that is left out proves nothing',
    ],
    [
      'what is to come says not when',
      whole((line, id) => (id === 'T29' ? line.replace('issue 4', 'soon') : line)),
      'T29 does not say which issue brings it',
    ],
    [
      'what is to come names a test that is not there',
      whole((line, id) => (id === 'T29' ? line.replace('T29 is so', 'T29 is not') : line)),
      'T29 names a test that is not there',
    ],
    [
      'a title bears an id that there is not',
      { ...whole(), 'apps/e2e/stories/a.story.ts': "story('T1 T30 is so', () => {})" },
      'bears T30, which is no capability',
    ],
    [
      'the only test that bears it is one of the walls themselves',
      {
        ...whole(),
        [TEST]: whole()[TEST]?.replace("'D7 is so'", "'is so'") ?? '',
        'apps/server/src/walls/a.test.ts': "test('D7 is so', () => {})",
      },
      'D7: no test bears it in its title',
    ],
    [
      'there is a capability too many',
      whole((line) => line.replace('| O16 |', '| O17 |')),
      'O17 is no capability',
    ],
  ])('fails when %s', (_, files, finding) => {
    const found = capabilityWalls(tree(files), ['a.b'])
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(finding)]))
  })

  test('fails when no test bears the id any more', () => {
    const { [DOCUMENT]: document = '', [TEST]: tests = '' } = whole()
    const found = capabilityWalls(
      tree({ [DOCUMENT]: document, [TEST]: tests.replace("'D7 is so'", "'is so'") }),
      ['a.b'],
    )
    expect(found).toEqual([
      'D7: no test bears it in its title',
      expect.stringContaining('names a test that is not there'),
    ])
  })

  test('titles are found in every form that a test takes', () => {
    const text = [
      "test('T1 plain', () => {})",
      'it("T2 double", () => {})',
      'test(`T3 back`, () => {})',
      "test.each([1, (2)])('T4 for each', () => {})",
      "test('T5 isn\\'t', () => {})",
      "story(\n  'T6 told over lines',\n  async ({ roster, as }) => {},\n)",
      "describe('T7 a group', () => {})",
      "describe.each(all().filter((one) => one))('T8 $path', () => {})",
      "test.each<[string, () => Promise<string>]>([['a)', ')'], [\"b'\", '(']])('T9 %s', () => {})",
      "test.for([/* ) */ 1, // :-)\n 2])('T10 each', () => {})",
      "test.each`a\n1`('T11 in a table', () => {})",
      "latest('T12 is none', () => {}), of.test('T13 is none')",
    ].join('\n')
    expect(titlesIn(tree({ 'apps/e2e/stories/a.story.ts': text })).map(({ title }) => title)).toEqual([
      'T1 plain',
      'T2 double',
      'T3 back',
      'T4 for each',
      "T5 isn't",
      'T6 told over lines',
      'T7 a group',
      'T8 $path',
      'T9 %s',
      'T10 each',
      'T11 in a table',
    ])
  })
})
