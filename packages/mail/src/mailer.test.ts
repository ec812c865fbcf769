import { afterEach, describe, expect, test } from 'vitest'
import { createMailer, type Mailer, type MailerOptions } from './mailer.ts'
import { invitation } from './templates/invitation.ts'
import { INVITATION, LINK } from './testing/letters.ts'
import { deadUrl, type Script, type Sink, startSink, startTarpit } from './testing/sink.ts'

const FROM = 'Roster <roster@acme.test>'
const rendered = invitation(INVITATION)
const LETTER = { to: 'grace@navy.test', messageId: 'msg_1.a@roster.acme.test', rendered }
const SHORT = { connect: 500, greeting: 200, silence: 300, attempt: 400, grace: 200 }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const open of opened.splice(0).reverse()) await open.close()
})

function keep<Open extends { close(): Promise<void> }>(open: Open): Open {
  opened.push(open)
  return open
}

function mailer(url: string, more: Partial<MailerOptions> = {}): Mailer {
  return keep(createMailer({ url, from: FROM, ...more }))
}

async function sink(script?: Script): Promise<Sink> {
  return keep(await startSink(script))
}

describe('a server that accepts', () => {
  test('gets one message with both parts, for one recipient, under the given Message-ID', async () => {
    const server = await sink()
    const sent = await mailer(server.url).send(LETTER)
    expect(sent).toEqual({ kind: 'handed-over', reply: expect.stringMatching(/^250 /) })
    expect(server.arrived).toHaveLength(1)
    const [{ from, to, email } = missing()] = server.arrived
    expect({ from, to }).toEqual({ from: 'roster@acme.test', to: ['grace@navy.test'] })
    expect(email.from).toEqual({ name: 'Roster', address: 'roster@acme.test' })
    expect(email.to).toEqual([{ name: '', address: 'grace@navy.test' }])
    expect(email.cc ?? email.bcc).toBeUndefined()
    expect(email.messageId).toBe('<msg_1.a@roster.acme.test>')
    expect(email.subject).toBe(rendered.subject)
    expect(email.text?.trim()).toBe(rendered.text.trim())
    expect(email.html?.trim()).toBe(rendered.html.trim())
    expect(email.attachments).toEqual([])
  })

  test('is told that a program wrote it, and asked for no automatic answer', async () => {
    const server = await sink()
    await mailer(server.url).send(LETTER)
    const headers = new Map(server.arrived[0]?.email.headers.map(({ key, value }) => [key, value]))
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('x-auto-response-suppress')).toContain('OOF')
    expect(headers.get('content-type')).toContain('multipart/alternative')
    expect(headers.has('x-mailer')).toBe(false)
  })

  test('F09 sees the same Message-ID when a message is repeated', async () => {
    const server = await sink()
    const sender = mailer(server.url)
    await sender.send(LETTER)
    await sender.send(LETTER)
    const ids = server.arrived.map(({ email }) => email.messageId)
    expect(ids).toEqual(['<msg_1.a@roster.acme.test>', '<msg_1.a@roster.acme.test>'])
  })

  test('takes many at a time over few connections, all of them once', async () => {
    const server = await sink({ options: { maxClients: 2 } })
    const sender = mailer(server.url, { connections: 2 })
    const all = Array.from({ length: 20 }, (_, at) => ({
      ...LETTER,
      to: `p${at}@navy.test`,
      messageId: `m${at}@acme.test`,
    }))
    const sent = await Promise.all(all.map((letter) => sender.send(letter)))
    expect(new Set(sent.map(({ kind }) => kind))).toEqual(new Set(['handed-over']))
    expect(server.arrived.flatMap(({ to }) => to).sort()).toEqual(all.map(({ to }) => to).sort())
  })

  test('gets signed in to with the credentials of the address', async () => {
    const seen: unknown[] = []
    const server = await sink({
      credentials: 'ada%40acme.test:p%40ss@',
      options: {
        authOptional: false,
        onAuth({ username, password }, _session, done) {
          seen.push([username, password])
          done(null, { user: username })
        },
      },
    })
    expect((await mailer(server.url).send(LETTER)).kind).toBe('handed-over')
    expect(seen).toEqual([['ada@acme.test', 'p@ss']])
  })

  test('may speak TLS: from the start, or from STARTTLS with a certificate of its own on loopback', async () => {
    const direct = await sink({ scheme: 'smtps', options: { secure: true } })
    expect((await mailer(direct.url).send(LETTER)).kind).toBe('handed-over')
    const upgraded = await sink({ options: { disabledCommands: [] } })
    expect((await mailer(upgraded.url).send(LETTER)).kind).toBe('handed-over')
    const strict = await mailer(`${upgraded.url}?tls.rejectUnauthorized=true`).send(LETTER)
    expect(strict.kind).toBe('deferred')
  })
})

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

  test.each(['', 'x', '<a@b>', 'a@b\r\nBcc: c@d', `${'a'.repeat(200)}@b`])(
    'Message-ID %.20s is a bug and thrown',
    async (messageId) => {
      const server = await sink()
      await expect(mailer(server.url).send({ ...LETTER, messageId })).rejects.toThrow('Message-ID')
    },
  )

  test.each(['ada lovelace 🎉 李小龍', 'עדה', 'x'.repeat(5000)])(
    'a subject of %.20s arrives whole',
    async (organization) => {
      const server = await sink()
      const foreign = invitation({ ...INVITATION, organization })
      await mailer(server.url).send({ ...LETTER, rendered: foreign })
      expect(server.arrived[0]?.email.subject).toBe(foreign.subject)
      expect(server.arrived[0]?.raw.split('\r\n').every((line) => line.length <= 998)).toBe(true)
    },
  )
})

describe('F08 a server that refuses', () => {
  test.each([
    ['the recipient', { recipient: { code: 451, words: 'greylisted,\ttry later' } }],
    ['the message', { data: { code: 452, words: 'no room' } }],
    ['the sender', { mail: { code: 421, words: 'too busy' } }],
  ] as const)('%s with 4xx defers', async (_, script) => {
    const server = await sink(script)
    const sent = await mailer(server.url).send(LETTER)
    expect(sent).toEqual({ kind: 'deferred', reason: expect.stringMatching(/4[25][12] [^\p{Cc}]+/u) })
    expect(server.arrived).toEqual([])
  })

  test.each([
    ['the recipient', { recipient: { code: 550, words: 'no such mailbox' } }, '550 no such mailbox'],
    ['the message', { data: { code: 554, words: 'looks like spam' } }, '554 looks like spam'],
  ] as const)('%s with 5xx rejects, with its words', async (_, script, words) => {
    const server = await sink(script)
    const sent = await mailer(server.url).send(LETTER)
    expect(sent).toEqual({ kind: 'rejected', reason: expect.stringContaining(words) })
  })

  test('one bad recipient leaves the others alone', async () => {
    const server = await sink({
      options: {
        onRcptTo: ({ address }, _session, done) =>
          done(address === 'bad@navy.test' ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
      },
    })
    const sender = mailer(server.url, { connections: 1 })
    const sent = await Promise.all(
      ['a@navy.test', 'bad@navy.test', 'b@navy.test'].map((to) => sender.send({ ...LETTER, to })),
    )
    expect(sent.map(({ kind }) => kind)).toEqual(['handed-over', 'rejected', 'handed-over'])
  })

  test('our configuration with 5xx defers: no message is given up for a wrong password or sender', async () => {
    const password = await sink({
      credentials: 'ada:wr0ng@',
      options: {
        onAuth: (_auth, _session, done) =>
          done(Object.assign(new Error('bad credentials'), { responseCode: 535 })),
      },
    })
    const sent = await mailer(password.url).send(LETTER)
    expect(sent).toEqual({ kind: 'deferred', reason: expect.stringContaining('535') })
    expect(JSON.stringify(sent)).not.toContain('wr0ng')
    const login = await sink({ options: { authOptional: false } })
    expect((await mailer(login.url).send(LETTER)).kind).toBe('deferred')
    const from = await sink({ mail: { code: 553, words: 'not your address' } })
    expect(await mailer(from.url).send(LETTER)).toEqual({
      kind: 'deferred',
      reason: expect.stringContaining('553'),
    })
  })

  test('at great length is quoted briefly', async () => {
    const server = await sink({ recipient: { code: 550, words: 'no '.repeat(300) } })
    const sent = await mailer(server.url).send(LETTER)
    expect(sent.kind === 'rejected' && sent.reason.length).toBe(300)
  })
})

describe('a server that is not there', () => {
  test('F06 refused connections defer', async () => {
    const sent = await mailer(await deadUrl()).send(LETTER)
    expect(sent).toEqual({ kind: 'deferred', reason: expect.stringContaining('ECONNREFUSED') })
  })

  test('F06 a server that went away and came back is used again', async () => {
    const first = await startSink()
    const sender = mailer(first.url)
    expect((await sender.send(LETTER)).kind).toBe('handed-over')
    await first.close()
    expect((await sender.send(LETTER)).kind).toBe('deferred')
    const port = Number(new URL(first.url).port)
    const second = await sink({ port })
    expect((await sender.send(LETTER)).kind).toBe('handed-over')
    expect(second.arrived).toHaveLength(1)
  })

  test('F07 a tarpit that never speaks defers soon', async () => {
    const tarpit = keep(await startTarpit())
    const begun = performance.now()
    const sent = await mailer(tarpit.url, { timeouts: SHORT }).send(LETTER)
    expect(sent).toEqual({ kind: 'deferred', reason: expect.stringContaining('did not answer in time') })
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  test('F07 a tarpit that trickles, which is never silent, is cut off as well', async () => {
    const tarpit = keep(await startTarpit(20))
    const sender = mailer(tarpit.url, { timeouts: SHORT, connections: 1 })
    const sent = await Promise.all([sender.send(LETTER), sender.send(LETTER)])
    const late = { kind: 'deferred', reason: 'The mail server did not finish in time.' }
    expect(sent).toEqual([late, late])
  })

  test('F09 a hang-up after DATA defers after one try: repeating it is the outbox’s decision', async () => {
    const server = await sink({ data: 'hang-up' })
    const sent = await mailer(server.url).send(LETTER)
    expect(sent).toEqual({ kind: 'deferred', reason: expect.stringMatching(/\S/) })
    expect(server.sawData()).toBe(1)
  })
})

describe('verify', () => {
  test('says whether mail could be handed over', async () => {
    const server = await sink()
    expect(await mailer(server.url).verify()).toEqual({ kind: 'reachable' })
    expect(await mailer(await deadUrl()).verify()).toEqual({
      kind: 'unreachable',
      reason: expect.stringContaining('ECONNREFUSED'),
    })
    const tarpit = keep(await startTarpit(20))
    expect((await mailer(tarpit.url, { timeouts: SHORT }).verify()).kind).toBe('unreachable')
  })
})

describe('close', () => {
  test('lets a message under way finish and takes no more', async () => {
    const server = await sink()
    const sender = mailer(server.url)
    const sending = sender.send(LETTER)
    await new Promise((soon) => setTimeout(soon, 20))
    await sender.close()
    expect((await sending).kind).toBe('handed-over')
    expect(await sender.send(LETTER)).toEqual({ kind: 'deferred', reason: 'Roster is shutting down.' })
  })

  test('does not wait for a server that hangs, nor leave anybody waiting', async () => {
    const tarpit = keep(await startTarpit())
    const sender = mailer(tarpit.url, { connections: 1, timeouts: { grace: 50 } })
    const sending = [sender.send(LETTER), sender.send(LETTER)]
    await sender.close()
    expect((await Promise.all(sending)).map(({ kind }) => kind)).toEqual(['deferred', 'deferred'])
  })
})

test('text and link arrive unharmed by the transport encoding', async () => {
  const server = await sink()
  await mailer(server.url).send(LETTER)
  expect(server.arrived[0]?.email.text).toContain(`\n${LINK}\n`)
})

test('an address or a sender that cannot be used is refused at once, by name', () => {
  expect(() => createMailer({ url: 'smtp//x', from: FROM })).toThrow('ROSTER_SMTP_URL')
  expect(() => createMailer({ url: 'smtp://localhost', from: 'nobody' })).toThrow('ROSTER_MAIL_FROM')
})

function missing(): never {
  throw new Error('No message arrived')
}
