import { afterEach } from 'vitest'
import { createMailer, type Mailer, type MailerOptions } from '../mailer.ts'
import { invitation } from '../templates/invitation.ts'
import { INVITATION } from './letters.ts'
import { type Script, type Sink, startSink } from './sink.ts'

const FROM = 'Roster <roster@acme.test>'
export const rendered = invitation(INVITATION)
export const LETTER = { to: 'grace@navy.test', messageId: 'msg_1.a@roster.acme.test', rendered }
/** Limits, in milliseconds, that a test can wait for. */
export const SHORT = { connect: 500, greeting: 200, silence: 300, attempt: 400, grace: 200 }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const open of opened.splice(0).reverse()) await open.close()
})

/** Closes it after the test, last opened first. */
export function keep<Open extends { close(): Promise<void> }>(open: Open): Open {
  opened.push(open)
  return open
}

export function mailer(url: string, more: Partial<MailerOptions> = {}): Mailer {
  return keep(createMailer({ url, from: FROM, ...more }))
}

export async function sink(script?: Script): Promise<Sink> {
  return keep(await startSink(script))
}

export function missing(): never {
  throw new Error('No message arrived')
}
