import { createMailer } from '@roster/mail'
import { startSink } from '@roster/mail/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { account, invite, trail } from '../invitations/testing.ts'
import { sendAllDue } from '../outbox/worker.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'

const acme = { organization: 'acme' }
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const OWN = {
  kind: 'invitation',
  subject: '{organization} needs you as {role}',
  body: 'Ask {inviter}.',
} as const

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const texts = () => home.as('owner').templates
async function mails() {
  const sink = await startSink({})
  const mailer = createMailer({ url: sink.url, from: 'Roster <roster@roster.test>' })
  await sendAllDue(home.deps, mailer, silent)
  await mailer.close()
  await sink.close()
  return sink.arrived.map(({ email }) => email)
}

test('D42 D24 a letter is put into own words, with placeholders, and goes back to the standard text', async () => {
  expect((await texts().list(acme)).map(({ kind, changed }) => [kind, changed])).toEqual([
    ['invitation', null],
    ['welcome', null],
  ])
  await texts().update({ ...acme, ...OWN })
  const [own] = await home.as('viewer').templates.list(acme)
  expect(own).toMatchObject({ ...OWN, changed: { at: home.now(), by: { user: home.people.owner.id } } })
  await invite(home, 'eve@x.test')
  const [mail] = await mails()
  expect(mail?.subject).toBe('Acme needs you as Member')
  expect(mail?.text).toContain('Acme writes:\n\n> Ask The owner.')
  await texts().reset({ ...acme, kind: 'invitation' })
  expect((await texts().list(acme))[0]?.changed).toBeNull()
  const entries = (await trail(home, home.acme)).filter(({ action }) => action.startsWith('template.'))
  expect(entries.map(({ action, facts }) => [action, facts])).toEqual([
    ['template.updated', { template: 'invitation', fields: ['subject', 'body'] }],
    ['template.reset', { template: 'invitation' }],
  ])
})

test('D24 O5 without the template the mail is the plain one; with it organization, role and link are still there', async () => {
  await texts().update({ ...acme, ...OWN })
  await invite(home, 'plain@x.test', { template: false, message: 'Hi' })
  await invite(home, 'own@x.test')
  const [plain, own] = await mails()
  expect(plain?.subject).toBe('The owner invites you to join Acme')
  expect(plain?.text).not.toContain('Acme writes:')
  for (const mail of [plain, own]) {
    expect(mail?.text).toContain('The owner invites you to join Acme as Member.')
    expect(mail?.text).toContain('https://roster.test/invitations/inv_')
  }
})

test('D42 the welcome mail greets in own words', async () => {
  await texts().update({
    ...acme,
    kind: 'welcome',
    subject: '{organization}: hello',
    body: 'Dear {name}, you are {role}.',
  })
  const eve = await account(home, 'eve')
  await home.asUser(eve.id).invitations.accept({ invitation: await invite(home, eve.email) })
  const mail = (await mails()).find(({ subject }) => subject === 'Acme: hello')
  expect(mail?.text).toContain('> Dear The eve, you are Member.')
})

test('D42 a text that breaks the rules is refused by its field, and the preview shows what would be sent', async () => {
  const before = await contents(home.deps)
  const refusal = await refused(texts().update({ ...acme, ...OWN, body: 'Dear {name}' }))
  expect(refusal.facts).toMatchObject({ field: 'body' })
  const preview = await texts().preview({ ...acme, ...OWN })
  expect(preview.subject).toBe('Acme needs you as Member')
  expect(preview.html).toContain('Ask The owner.')
  expect(
    (await texts().preview({ ...acme, kind: 'welcome', subject: 'To {organization}', body: 'Hi {name}' }))
      .text,
  ).toContain('Hi Alex Example')
  expect(await contents(home.deps)).toBe(before)
  const [standard] = await texts().list(acme)
  if (!standard) throw new Error('no text')
  const { kind, subject, body } = standard
  await texts().update({ ...acme, kind, subject, body })
  expect(await contents(home.deps)).toBe(before)
})
