import { createMailer } from '@roster/mail'
import { deadUrl, type Script, startSink } from '@roster/mail/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { sendAllDue, startOutboxWorker } from './worker.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

let acme: House
beforeEach(async () => {
  acme = await house()
})
afterEach(() => acme.close())

async function invite(...recipients: string[]) {
  const outcomes = await acme.as('admin').invitations.send({ organization: 'acme', recipients })
  return outcomes.map((outcome) => {
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    return outcome.result
  })
}

/** Hands over what is due to a real server that behaves as scripted; answers what arrived there. */
async function passOver(script: Script = {}) {
  const sink = await startSink(script)
  const mailer = createMailer({ url: sink.url, from: 'Roster <roster@roster.test>' })
  await sendAllDue(acme.deps, mailer, silent)
  await mailer.close()
  await sink.close()
  return sink.arrived
}

function messages() {
  return acme.database.reader.selectFrom('message').selectAll().orderBy('id').execute()
}

describe('the outbox', () => {
  test('O5 an invitation mail names organization, role, inviter and expiry, and carries the link', async () => {
    await invite('grace@navy.test')
    const [mail] = await passOver()
    expect(mail?.to).toEqual(['grace@navy.test'])
    expect(mail?.email.subject).toContain('Acme')
    for (const part of [mail?.email.text, mail?.email.html]) {
      expect(part).toContain('The admin')
      expect(part).toContain('Member')
      expect(part).toContain('11 May 2026')
    }
    expect(mail?.email.text).toMatch(/https:\/\/roster\.test\/invitations\/inv_\w+#m\.[\w-]{43}/)
  })

  test('O4 the link in the mail opens the invitation and proves the mailbox', async () => {
    const [sent] = await invite('grace@navy.test')
    const [mail] = await passOver()
    const secret = mail?.email.text?.match(/#(m\.[\w-]+)/)?.[1]
    const view = await acme
      .as('anonymous')
      .invitations.view({ invitation: sent?.invitation ?? '', secret: secret ?? '' })
    expect(view.organization?.name).toBe('Acme')
    expect(view.email).toBe('grace@navy.test')
  })

  test('D44 keeps the reply of the server with the message it took', async () => {
    await invite('grace@navy.test')
    await passOver()
    expect(await messages()).toMatchObject([{ state: 'handed-over', attempts: 1, next_attempt_at: null }])
    expect((await messages())[0]?.outcome).toMatch(/^250 /)
  })

  test('tries again later when the server defers, with the same Message-ID', async () => {
    await invite('grace@navy.test')
    await passOver({ recipient: { code: 451, words: 'greylisted' } })
    const [waiting] = await messages()
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1 })
    expect(waiting?.outcome).toContain('greylisted')
    expect(waiting?.next_attempt_at).toBeGreaterThanOrEqual(acme.now() + 10_000)

    expect(await passOver()).toEqual([])
    acme.advance(HOUR)
    const [mail] = await passOver()
    expect(mail?.email.messageId).toBe(`<${waiting?.id}@roster.test>`)
    expect(await messages()).toMatchObject([{ state: 'handed-over', attempts: 2 }])
  })

  test('D44 marks a rejected address as failed with the reason, and delivers the others', async () => {
    await invite('bad@navy.test')
    await passOver({ recipient: { code: 550, words: 'no such person' } })
    await invite('good@navy.test')
    expect((await passOver()).map(({ to }) => to)).toEqual([['good@navy.test']])
    const [failed] = await messages()
    expect(failed).toMatchObject({ state: 'failed', next_attempt_at: null })
    expect(failed?.outcome).toContain('no such person')
    const { items } = await acme
      .as('admin')
      .invitations.list({ organization: 'acme', status: 'undeliverable' })
    expect(items.map(({ recipient }) => recipient.email)).toEqual(['bad@navy.test'])
  })

  test('queues again when the server hangs up after the message', async () => {
    await invite('grace@navy.test')
    await passOver({ data: 'hang-up' })
    expect(await messages()).toMatchObject([{ state: 'queued', attempts: 1 }])
  })

  test('queues again while nobody listens, and gives up after five days', async () => {
    await acme
      .as('admin')
      .invitations.send({ organization: 'acme', recipients: ['grace@navy.test'], expiryDays: 30 })
    const mailer = createMailer({ url: await deadUrl(), from: 'Roster <roster@roster.test>' })
    for (let day = 0; day < 6; day++) {
      await sendAllDue(acme.deps, mailer, silent)
      expect((await messages())[0]?.state).toBe('queued')
      acme.advance(DAY)
    }
    await sendAllDue(acme.deps, mailer, silent)
    await mailer.close()
    expect((await messages())[0]?.state).toBe('failed')
  })

  test('a mail about a revoked invitation never leaves', async () => {
    const [sent] = await invite('grace@navy.test')
    await acme.as('admin').invitations.revoke({ organization: 'acme', invitations: [sent?.invitation ?? ''] })
    expect(await passOver()).toEqual([])
    expect(await messages()).toMatchObject([{ state: 'pointless' }])
  })

  test('a mail about an expired invitation never leaves, and one that was resent leaves once', async () => {
    const [sent] = await invite('grace@navy.test')
    acme.advance(8 * DAY)
    await acme.as('admin').invitations.resend({ organization: 'acme', invitations: [sent?.invitation ?? ''] })
    expect(await passOver()).toHaveLength(1)
    expect((await messages()).map(({ state }) => state)).toEqual(['pointless', 'handed-over'])
  })

  test('what was queued without a mail server goes out once there is one', async () => {
    await invite('grace@navy.test', 'ada@navy.test')
    acme.advance(DAY)
    expect(await passOver()).toHaveLength(2)
  })

  test('the worker is woken by the commit and stops without leaving anything behind', async () => {
    const sink = await startSink()
    const mailer = createMailer({ url: sink.url, from: 'Roster <roster@roster.test>' })
    const worker = startOutboxWorker(acme.deps, mailer, silent)
    await invite('grace@navy.test')
    await expect.poll(() => sink.arrived.length, { timeout: 5_000 }).toBe(1)
    await worker.stop()
    await mailer.close()
    await sink.close()
    expect(acme.deps.changes.listening).toBe(0)
  })
})
