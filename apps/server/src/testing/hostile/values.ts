import type { Chance } from '../../demo/chance.ts'

/** Stands for what JSON can say and `JSON.stringify` cannot: the text between the marks, as it is. */
export const literally = (text: string): string => `\u2983${text}\u2984`

/** An input as the text of a request. */
export function asJson(input: unknown): string {
  return (JSON.stringify(input) ?? '').replace(/"\u2983([^\u2984]*)\u2984"/g, '$1')
}

/** The longest text of the list; what comes back of it must be a small part. */
const LONG = 'long '.repeat(2_000)

/** Texts that some field somewhere takes for something else than text. */
export const TEXTS: readonly [string, ...string[]] = [
  '',
  ' ',
  '   \t\n',
  '\0',
  'a\0b',
  '\u200b\u200b',
  '\u202egro.emca',
  '\u2066x\u2069',
  '\ufeffada',
  '\ud800',
  'x\udc00y',
  'Z\u0351\u036b\u0343\u036a\u0302'.repeat(20),
  '👩‍👩‍👧‍👦'.repeat(40),
  'K\u212a\u0130\u0131ß',
  'é e\u0301',
  LONG,
  'x'.repeat(101),
  '\u{1f600}'.repeat(300),
  'admin',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '..%2f..%00',
  '%00',
  '%',
  '_',
  '\\',
  '"',
  '*',
  '" OR ""="',
  'NEAR(a b) AND *',
  "'; drop table member; --",
  "1' or '1'='1",
  '{{7*7}}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=cmd|calc!A1',
  '+1',
  '-1',
  '@x',
  'javascript:alert(1)',
  'a@b',
  'a@b@c.test',
  'ada@acme.test\r\nBcc: eve@evil.test',
  'ada@acme.test, eve@evil.test',
  '<eve@evil.test> ada@acme.test',
  'friends: ada@acme.test, eve@evil.test;',
  '"ada lovelace"@acme.test',
  'ada(comment)@acme.test',
  'ada@[127.0.0.1]',
  'ada@xn--cme-5cd.test',
  'ada@аcme.test',
  'mailto:ada@acme.test',
  `${'a'.repeat(65)}@acme.test`,
  `a@${'b.'.repeat(130)}test`,
  'ADA@ACME.TEST',
  'ａda@acme.test',
  '0',
  '9007199254740993',
  '1e400',
  '00000000-0000-0000-0000-000000000000',
  'org_',
  'mem_00000000000000000000000000',
  'MEM_00000000000000000000000000',
  'rol_0000000000000000000000000٠',
  'inv_ilou0000000000000000000000',
  'm.',
  'c.AAAA',
  `m.${'A'.repeat(43)}`,
  '(a+)+$',
  'eyJhIjoxfQ',
]

const NUMBERS: readonly [unknown, ...unknown[]] = [
  0,
  -1,
  1.5,
  100,
  101,
  1_000_000,
  1_000_001,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  5e-324,
  1e308,
  '10',
  literally('1e400'),
  literally('-0'),
  literally('123456789012345678901234567890'),
]

/** What stands where something of another kind is expected. */
const THINGS: readonly [unknown, ...unknown[]] = [
  null,
  true,
  false,
  0,
  'x',
  [],
  [[]],
  [null],
  {},
  { $ne: null },
  { toString: 'x' },
  { length: 1e9 },
  JSON.parse('{"__proto__": {"admin": true}}'),
]

/** Any of it. */
export function hostile(chance: Chance): unknown {
  const kind = chance.whole(0, 9)
  if (kind < 6) return chance.pick(TEXTS)
  if (kind < 8) return chance.pick(NUMBERS)
  return chance.pick(THINGS)
}

/** Bytes, as text, that are mostly no JSON. */
export function noise(chance: Chance): string {
  const length = chance.whole(0, 200)
  const characters = Array.from({ length }, () => String.fromCharCode(chance.whole(0, 255)))
  return chance.percent(50) ? characters.join('') : `{"organization":"acme","x":${characters.join('')}`
}
