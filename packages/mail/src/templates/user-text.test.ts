import { expect, test } from 'vitest'
import { messageLines, nameText, plainText, subjectLine } from './user-text.ts'

test('an ordinary name stays as it is', () => {
  for (const name of ['Ada Lovelace', "O'Brien & Söhne (Köln)", '李小龍', 'Zoë 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'C/C++']) {
    expect(nameText(name)).toBe(name)
  }
})

test('a name is one line without controls', () => {
  expect(nameText('Ada\r\nBcc: eve\u2028\u0000x')).toBe('Ada Bcc: eve x')
  expect(nameText('\u0085Ada\u001b[31m\t  Lovelace ')).toBe('Ada [31m Lovelace')
})

test('joiners that a script needs stay', () => {
  expect(nameText('\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645')).toContain('\u06cc\u200c\u062e')
})

test('a name cannot reorder its surroundings, but may be written from right to left', () => {
  expect(nameText('Ada\u202eecalevoL\u202c')).toBe('AdaecalevoL')
  expect(nameText('עדה')).toBe('\u2068עדה\u2069')
  expect(nameText('\u2067Ada')).toBe('Ada')
})

test('a name of nothing visible is no name', () => {
  for (const name of ['', '   ', '\u200b\u200b', '\u200d', '\u3164', '\u{e0041}', '\ufeff\u00a0']) {
    expect(nameText(name)).toBe('')
  }
})

test('a name is cut between visible characters', () => {
  expect(nameText('x'.repeat(500))).toBe(`${'x'.repeat(119)}…`)
  expect(nameText('👩‍👩‍👧‍👦'.repeat(50))).toBe(`${'👩‍👩‍👧‍👦'.repeat(10)}…`)
  expect(nameText(`${'x'.repeat(118)}\u{1f600}\u{1f600}`)).toBe(`${'x'.repeat(118)}…`)
  expect(nameText(`e${'\u0301'.repeat(1000)}`)).toBe(`e${'\u0301'.repeat(4)}`)
})

test('half a surrogate pair becomes a replacement character', () => {
  expect(nameText('a\ud800b')).toBe('a\ufffdb')
})

test.each([
  ['https://evil.com/login', 'https:|/|/evil.|com/login'],
  ['www.evil.com', 'www.|evil.|com'],
  ['evil。com', 'evil。|com'],
  ['evil.\u200dcom', 'evil.|\u200dcom'],
  ['mailto:a@evil.com', 'mailto:|a@|evil.|com'],
  ['\\\\evil\\share', '\\|\\evil\\share'],
  ['192.168.0.1', '192.|168.|0.|1'],
])('%s is not left in a shape that clients link', (name, broken) => {
  expect(nameText(name)).toBe(broken.replaceAll('|', '\u200b'))
})

test('dots, colons and slashes of ordinary prose are left alone', () => {
  const prose = 'See you at 10:30. Bring: tea, and/or cake... J. R. R. Tolkien, Inc.'
  expect(nameText(prose)).toBe(prose)
})

test('a message keeps its lines and loses what is not text', () => {
  expect(messageLines('Hello\r\n\r\n\r\n\r\nGrace,  \rcome\u0007\u2028in \n')).toEqual([
    'Hello',
    '',
    'Grace,',
    'come in',
  ])
  expect(messageLines(' \n\u200b\r\n ')).toEqual([])
  expect(messageLines('y'.repeat(5000)).join('')).toHaveLength(2000)
})

test('a subject closes what it opened when it is cut', () => {
  const cut = subjectLine(`${'x'.repeat(140)} \u2068${'ש'.repeat(40)}\u2069 joins`)
  expect(cut.length).toBeLessThanOrEqual(150)
  expect(cut.endsWith('…\u2069')).toBe(true)
})

test('configured text is kept letter by letter', () => {
  expect(plainText('roster.acme.test:8443')).toBe('roster.acme.test:8443')
  expect(plainText('a\r\nb\u202ec')).toBe('a bc')
})
