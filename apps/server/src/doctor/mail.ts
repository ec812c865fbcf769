import { openForLooking, outboxBacklog } from '@roster/api/operating'
import { createMailer } from '@roster/mail'
import { type Check, type Finding, ok, problem, warning } from './check.ts'
import { counted, durationInWords } from './words.ts'

const HOUR = 60 * 60 * 1_000
/** Nobody waits longer for a check. */
const PATIENCE = { connect: 4_000, greeting: 4_000, silence: 4_000, attempt: 8_000, grace: 500 }

export const outbox: Check = {
  id: 'outbox',
  title: 'Outgoing mail',
  async look({ data, configuration, now }): Promise<Finding> {
    const { reader, close } = openForLooking(data.database)
    try {
      const { waiting, deferred, oldest, reason, failedLately } = await outboxBacklog(reader, now)
      const age = oldest === null ? 0 : now - oldest
      const queue = `${counted(waiting, 'mail')} waiting${waiting > 0 ? `, for ${durationInWords(age)}` : ''}`
      if (waiting > 0 && !configuration.smtpUrl)
        return warning(queue, 'Set ROSTER_SMTP_URL; until then links can be copied.')
      if (deferred > 0 && age > HOUR) {
        const said = reason ? `: “${reason.slice(0, 200)}”` : ''
        return problem(`${queue}${said}`, 'See what the mail server says, and whether it can be reached.')
      }
      if (failedLately > 0) {
        return warning(
          `${counted(failedLately, 'mail')} not delivered in the last 7 days`,
          'The invitations show the reason; correct the address, or send them again.',
        )
      }
      return ok(queue)
    } finally {
      close()
    }
  },
}

export const mailServer: Check = {
  id: 'mail-server',
  title: 'Mail server',
  async look({ configuration, offline }): Promise<Finding> {
    const { smtpUrl, mailFrom } = configuration
    if (!smtpUrl) return warning('none is configured', 'Set ROSTER_SMTP_URL; until then links can be copied.')
    if (offline) return ok('configured; not asked, because of --offline')
    const mend = 'Check ROSTER_SMTP_URL, and whether this machine may connect there.'
    try {
      const mailer = createMailer({
        url: smtpUrl,
        from: mailFrom ?? 'Roster <roster@localhost>',
        timeouts: PATIENCE,
      })
      const verified = await mailer.verify()
      await mailer.close()
      return verified.kind === 'reachable'
        ? ok(`${new URL(smtpUrl).host} would take mail now`)
        : problem(`${new URL(smtpUrl).host} does not: ${verified.reason}`, mend)
    } catch (reason) {
      return problem(reason instanceof Error ? reason.message : String(reason), mend)
    }
  },
}
