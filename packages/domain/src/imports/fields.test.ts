import { describe, expect, test } from 'vitest'
import { cellsOf, LONGEST_CELL, mappingProblem } from './cells.ts'
import { guessFields, hasHeader } from './fields.ts'

describe('D35 columns are guessed', () => {
  test.each([
    [
      ['Email', 'Role', 'Groups', 'Projects'],
      ['recipient', 'role', 'groups', 'projects'],
    ],
    [
      ['E-mail address', 'Full name', 'Team'],
      ['recipient', 'name', 'groups'],
    ],
    [
      ['Username', 'Project', 'Project role'],
      ['recipient', 'project', 'projectRole'],
    ],
    [
      ['user', 'Expires', 'note'],
      ['recipient', 'expiry', 'message'],
    ],
    // What an export of members is called.
    [
      ['member', 'name', 'username', 'email', 'role_id'],
      [null, 'name', null, 'recipient', null],
    ],
    [
      ['__proto__', 'constructor', 'toString', 'email'],
      [null, null, null, 'recipient'],
    ],
    [
      ['email', 'email'],
      ['recipient', null],
    ],
  ] as const)('%j', (headings, fields) => {
    expect(guessFields(headings, [])).toEqual(fields)
  })

  test('by what stands below where no heading says whom it is about', () => {
    const below = [
      ['Ada', 'ada@acme.test'],
      ['Grace', 'grace@acme.test'],
      ['', ''],
    ]
    expect(guessFields(['Who', 'Where'], below)).toEqual([null, 'recipient'])
    expect(guessFields(['User', 'Where'], below)).toEqual([null, 'recipient'])
    expect(guessFields(['', ''], [])).toEqual([null, null])
  })

  test('the first line names the columns unless an address stands in it', () => {
    expect(hasHeader([['Email'], ['ada@acme.test']])).toBe(true)
    expect(hasHeader([['Who'], ['ada@acme.test']])).toBe(true)
    expect(hasHeader([['ada@acme.test'], ['grace@acme.test']])).toBe(false)
    expect(hasHeader([['ada'], ['grace']])).toBe(false)
    expect(hasHeader([])).toBe(false)
  })

  test('somebody has to be named, and each field stands in one column', () => {
    expect(mappingProblem(['recipient', null, 'role'])).toBeNull()
    expect(mappingProblem(['role'])).toBe('nobody')
    expect(mappingProblem(['recipient', 'role', 'role'])).toBe('role')
  })
})

describe('D35 cells', () => {
  test('are trimmed, left out when empty, and lose the mark that exports put before formulas', () => {
    const record = [' ada@acme.test ', '', "'-Platform", 'not mapped']
    expect(cellsOf(record, ['recipient', 'role', 'groups', null])).toEqual({
      recipient: 'ada@acme.test',
      groups: '-Platform',
    })
    expect(cellsOf([], ['recipient'])).toEqual({})
    expect(cellsOf(["'tis"], ['message'])).toEqual({ message: "'tis" })
  })

  test('of a million characters are cut right behind the longest that is read', () => {
    const { message = '' } = cellsOf(['x'.repeat(1_000_000)], ['message'])
    expect(message).toHaveLength(LONGEST_CELL + 1)
  })
})
