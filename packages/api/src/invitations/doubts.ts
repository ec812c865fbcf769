import { type Email, emailDomain } from '@roster/domain'
import type { MailDomains } from '../platform/mail-domains.ts'

/** As many domains are asked for in one call; a longer list has been asked for in pieces anyway. */
const MOST_ASKED = 100

/** The domains among these addresses that take no mail, as far as name servers say (D32). */
export async function mailless(
  domains: MailDomains | undefined,
  emails: readonly Email[],
): Promise<ReadonlySet<string>> {
  if (!domains) return new Set()
  const asked = [...new Set(emails.map(emailDomain))].slice(0, MOST_ASKED)
  const answers = await Promise.all(
    asked.map(async (domain) => ({ domain, takes: await domains.takesMail(domain) })),
  )
  return new Set(answers.flatMap(({ domain, takes }) => (takes === false ? [domain] : [])))
}
