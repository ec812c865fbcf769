import { canonicalEmail, Refusal } from '@roster/domain'
import { describe, expect, test } from 'vitest'
import { invitation } from './templates/invitation.ts'
import { INVITATION } from './testing/letters.ts'
import { LETTER, mailer, missing, rendered, sink } from './testing/mailer.ts'

describe('S15 A48 one message, one recipient', () => {
  test.each([
    'a@x.test\r\nBcc: b@evil.test',
    'a@x.test, b@evil.test',
    'g: a@x.test, b@evil.test;',
    '<b@evil.test> a@x.test',
    'a@x.test b@evil.test',
  ])('%j reaches nobody', async (to) => {
    const server = await sink()
    const sent = await mailer(server.url).send({ ...LETTER, to })
    expect(sent).toEqual({ kind: 'rejected', reason: 'The recipient is not one plain email address.' })
    expect(server.arrived).toEqual([])
  })

  test('an address with every sign that the domain allows reaches exactly itself', async () => {
    const to = canonicalEmail("!#$%&'*+-/=?^_`{|}~.x@navy.acme.test")
    if (to instanceof Refusal) throw to
    const server = await sink()
    expect((await mailer(server.url).send({ ...LETTER, to })).kind).toBe('handed-over')
    expect(server.arrived.map((message) => message.to)).toEqual([[to]])
  })

  test('names and messages with line breaks add no header', async () => {
    const server = await sink()
    const words = 'Ada\r\nBcc: b@evil.test\r\n\r\n<b>'
    const hostile = invitation({
      ...INVITATION,
      organization: words,
      inviter: { name: words, address: null },
      message: words,
    })
    await mailer(server.url).send({ ...LETTER, rendered: hostile })
    const [{ to, email } = missing()] = server.arrived
    expect(to).toEqual(['grace@navy.test'])
    expect(email.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(email.subject).not.toMatch(/[\r\n]/)
    expect(email.html).not.toContain('<b>')
  })

  test('a subject that was not rendered here cannot add a header either', async () => {
    const server = await sink()
    const forged = { ...rendered, subject: 'Hello\r\nBcc: b@evil.test' }
    await mailer(server.url).send({ ...LETTER, rendered: forged })
    expect(server.arrived[0]?.to).toEqual(['grace@navy.test'])
    expect(server.arrived[0]?.email.headers.map(({ key }) => key)).not.toContain('bcc')
  })

  test.each([
    ['nothing', ''],
    ['no host', 'x'],
    ['brackets', '<a@b>'],
    ['a second header', 'a@b\r\nBcc: c@d'],
    ['too much', `${'a'.repeat(200)}@b`],
  ])('a Message-ID of %s is a bug and thrown', async (_, messageId) => {
    const server = await sink()
    await expect(mailer(server.url).send({ ...LETTER, messageId })).rejects.toThrow('Message-ID')
  })

  test.each([
    ['emoji and Chinese', 'Ada 🎉 李小龍'],
    ['Hebrew', 'עדה'],
    ['great length', 'x'.repeat(5000)],
  ])('a subject of %s arrives whole', async (_, organization) => {
    const server = await sink()
    const foreign = invitation({ ...INVITATION, organization })
    await mailer(server.url).send({ ...LETTER, rendered: foreign })
    expect(server.arrived[0]?.email.subject).toBe(foreign.subject)
    expect(server.arrived[0]?.raw.split('\r\n').every((line) => line.length <= 998)).toBe(true)
  })
})
