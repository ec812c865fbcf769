import { describe, expect, test } from 'vitest'
import { keep, LETTER, mailer, SHORT, sink } from './testing/mailer.ts'
import { deadUrl, startSink, startTarpit } from './testing/sink.ts'

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
  ] as const)('%s with 5xx rejects, with its words and no others', async (_, script, words) => {
    const server = await sink(script)
    const sent = await mailer(server.url).send(LETTER)
    expect(sent).toEqual({ kind: 'rejected', reason: words })
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
