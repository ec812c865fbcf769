import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuditEntry, canonicalEntry } from './entry.ts'
import { canonicalJson, type Json } from './json.ts'

const ENTRY: AuditEntry = {
  chain: 'org_1',
  sequence: 7,
  id: 'aud_1',
  at: 1_700_000_000_000,
  action: 'member.role-changed',
  actor: { kind: 'user', id: 'usr_ada' },
  allowedBy: 'asg_1',
  target: { kind: 'member', id: 'mem_eve' },
  change: 'chg_1',
  facts: { from: 'viewer', to: 'admin' },
}

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  )
}

describe('RFC 8785 canonical JSON', () => {
  test('the example of section 3.2.3', () => {
    const value: Json = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    }
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test('the example of section 3.2.2', () => {
    const value: Json = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('what has no JSON throws', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }]) {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    }
    expect(canonicalJson(-0)).toBe('0')
  })

  test('reads back as the same value, so two values never share a text', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })
})

describe('D30 an entry as the chain hashes it', () => {
  test('is one text', () => {
    expect(canonicalEntry(ENTRY)).toBe(
      '{"action":"member.role-changed","actor":{"id":"usr_ada","kind":"user"},"allowedBy":"asg_1","at":1700000000000,' +
        '"chain":"org_1","change":"chg_1","facts":{"from":"viewer","to":"admin"},"id":"aud_1","sequence":7,' +
        '"target":{"id":"mem_eve","kind":"member"}}',
    )
  })

  test('does not depend on the order of keys, nor on columns beside the entry', () => {
    fc.assert(
      fc.property(json, (facts) => {
        const other = JSON.parse(JSON.stringify(shuffled(facts)))
        const reordered = { hash: 'beside', facts: other, target: { id: 'mem_eve', kind: 'member' } }
        expect(canonicalEntry({ ...reordered, ...ENTRY, ...reordered })).toBe(
          canonicalEntry({ ...ENTRY, facts }),
        )
      }),
    )
  })

  test('changes with every field', () => {
    const changes: Partial<AuditEntry>[] = [
      { chain: 'org_2' },
      { sequence: 8 },
      { id: 'aud_2' },
      { at: 1 },
      { action: 'member.removed' },
      { actor: { kind: 'operator', id: 'usr_ada' } },
      { actor: { kind: 'user', id: null } },
      { allowedBy: null },
      { target: null },
      { change: 'chg_2' },
      { target: { kind: 'member', id: 'mem_bob' } },
      { facts: { from: 'viewer', to: 'owner' } },
    ]
    const texts = new Set([ENTRY, ...changes.map((change) => ({ ...ENTRY, ...change }))].map(canonicalEntry))
    expect(texts.size).toBe(changes.length + 1)
  })
})
