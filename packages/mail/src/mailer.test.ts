import { describe, expect, test } from 'vitest'
import { createMailer } from './mailer.ts'
import { LINK } from './testing/letters.ts'
import { keep, LETTER, mailer, missing, rendered, SHORT, sink } from './testing/mailer.ts'
import { deadUrl, startTarpit } from './testing/sink.ts'

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
  expect(() => createMailer({ url: 'smtp//x', from: 'roster@acme.test' })).toThrow('ROSTER_SMTP_URL')
  expect(() => createMailer({ url: 'smtp://localhost', from: 'nobody' })).toThrow('ROSTER_MAIL_FROM')
})
