import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Mailbox, openMailbox } from './mailbox.ts'

let mailbox: Mailbox
beforeEach(async () => {
  mailbox = await openMailbox()
})
afterEach(() => mailbox.close())

/** Speaks SMTP word by word; answers the reply that refused, or the last one. */
async function send(to: string, subject: string, body: string): Promise<string> {
  const { port, hostname } = new URL(mailbox.url)
  const socket = connect(Number(port), hostname)
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]()
  const said = [
    'HELO story',
    'MAIL FROM:<roster@acme.test>',
    `RCPT TO:<${to}>`,
    'DATA',
    `From: roster@acme.test\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <1@acme.test>\r\n\r\n${body}\r\n.`,
    'QUIT',
  ]
  try {
    let reply = String((await replies.next()).value)
    for (const words of said) {
      if (!/^[23]/.test(reply)) break
      socket.write(`${words}\r\n`)
      reply = String((await replies.next()).value)
    }
    return reply
  } finally {
    socket.destroy()
  }
}

test('a letter is read once, oldest first, whatever the case of its address', async () => {
  await send('Eve@acme.test', 'First', 'Hello')
  await send('eve@acme.test', 'Second', 'Hello again')
  await send('bob@acme.test', 'Other', 'Not for Eve')

  expect((await mailbox.waitFor('eve@ACME.test')).subject).toBe('First')
  expect((await mailbox.waitFor('eve@acme.test')).subject).toBe('Second')
  expect(mailbox.letters('eve@acme.test')).toHaveLength(2)
  expect(mailbox.letters()).toHaveLength(3)
})

test('a letter is waited for, and chosen by its subject', async () => {
  const waiting = mailbox.waitFor('eve@acme.test', /^Join/)
  await send('eve@acme.test', 'Welcome', 'Hello')
  await send('eve@acme.test', 'Join Acme', 'Come in')
  expect(await waiting).toMatchObject({ subject: 'Join Acme', from: 'roster@acme.test', text: 'Come in\n' })
})

test('the link is the one that asks for an action', async () => {
  const body = 'About: https://roster.test/about\r\nJoin: https://roster.test/invite#tok-en_1\r\n'
  await send('eve@acme.test', 'Join Acme', body)
  expect(await mailbox.linkFor('eve@acme.test')).toBe('https://roster.test/invite#tok-en_1')
})

test('a letter without a link says what it holds instead', async () => {
  await send('eve@acme.test', 'Hello', 'No link here')
  await expect(mailbox.linkFor('eve@acme.test')).rejects.toThrow('No link here')
})

test('an address is turned away as told, until that is taken back', async () => {
  mailbox.refuse('Gone@acme.test', { code: 550, words: 'No such mailbox' })
  expect(await send('gone@acme.test', 'Hello', 'Anybody?')).toBe('550 No such mailbox')
  expect(mailbox.letters()).toHaveLength(0)

  mailbox.refuse('gone@acme.test', null)
  await send('gone@acme.test', 'Hello', 'Anybody?')
  expect(mailbox.letters('gone@acme.test')).toHaveLength(1)
})
