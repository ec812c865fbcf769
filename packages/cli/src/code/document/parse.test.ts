import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFile } from './parse.ts'
import { problemText } from './problem.ts'
import { readUntil, untilText } from './until.ts'

function problems(text: string): readonly string[] {
  const parsed = parseFile(text)
  return 'document' in parsed ? [] : parsed.map((problem) => problemText('org.yaml', problem))
}

describe('what is wrong with a file is told by line and column', () => {
  test.each([
    ['', 'org.yaml version: Write “version: 1”'],
    ['version: 2', 'org.yaml:1:1 version: Write “version: 1”'],
    ['version: 1\nmembrs: {}', 'org.yaml:2:1 membrs: “membrs” is not known here.'],
    ['version: 1\nmembrs: {}', 'Did you mean “members”?'],
    ['version: 1\nmembers: [ada@acme.test]', 'org.yaml:2:1 members: Write a name and a colon for each one.'],
    ['version: 1\nmembers:\n  a@b.test: { rle: admin }', 'org.yaml:3:15 members.a@b.test.rle:'],
    [
      'version: 1\nmembers:\n  a@b.test: { projects: { Apollo: { until: 2027-01-01 } } }',
      'Say with which role.',
    ],
    [
      'version: 1\nmembers:\n  a@b.test: { projects: { Apollo: { role: x, until: 2027-02-30 } } }',
      'no such day',
    ],
    [
      'version: 1\nmembers:\n  a@b.test: { projects: { Apollo: { role: x, until: soon } } }',
      'Write a day such as',
    ],
    ['version: 1\nmembers: {}\nmembers: {}', 'org.yaml:3:1 “members” is there twice.'],
    [
      'version: 1\nprune: [people]',
      'Write true, or a list of roles, projects, groups, members, service_accounts.',
    ],
    ['version: 1\nprojects: { Apollo: { visibility: secret } }', 'Choose private, organization, requests.'],
    ['version: 1\nprojects: { __proto__: {} }', 'This name cannot be used here.'],
    ['version: 1\ngroups: { A: { members: ada } }', 'Write a list, each entry with a dash.'],
    ['a: [', 'org.yaml:1:'],
    ['{"version": 1, "groups": {"A": {"only": "yes"}}}', 'Write true or false.'],
  ])('%j: %s', (text, said) => {
    expect(problems(text).join('\n')).toContain(said)
  })

  test('an alias that multiplies beyond reason is refused and not unfolded', () => {
    const rows = Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(10)}]`)
    expect(problems(`version: 1\na0: &a0 [x]\n${rows.join('\n')}`).length).toBeGreaterThan(0)
  })

  test('an alias that leads nowhere is told', () => {
    expect(problems('version: 1\nmembers: *nobody').join()).toContain('nobody')
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        (one, other) => {
          parseFile(one)
          parseFile(`version: 1\n${other}`)
          parseFile(`version: 1\nmembers:\n  ${other}: ${one}`)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('ends', () => {
  test('a day counts to its end, UTC', () => {
    expect(readUntil('2027-01-31')).toBe(Date.UTC(2027, 1, 1))
    expect(readUntil('2027-01-31T17:00:00+01:00')).toBe(Date.UTC(2027, 0, 31, 16))
    expect(readUntil('2027-02-29')).toBeNull()
  })

  test('every moment is written as what is read as the same moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) }), (moment) => {
        expect(readUntil(untilText(moment))).toBe(moment)
      }),
    )
  })
})
