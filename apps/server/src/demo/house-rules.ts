import { JOBS, runJob } from '@roster/api'
import { DAY, type Instant, type UserId } from '@roster/domain'
import type { Town } from './town.ts'

const SLUG = 'acme'
const HOUR = 3_600_000

interface Event {
  readonly at: Instant
  readonly happens: () => Promise<void>
}

/** What the demo organization decided for itself: its domains, some policies, what it offers, and what jobs made of it. */
export function agreeOnRules(town: Town, owner: UserId, present: Instant): readonly Event[] {
  const begin = town.now()
  const as = () => town.as(owner)
  return [
    { at: begin + 10 * HOUR, happens: () => proveDomain(town, owner) },
    {
      at: begin + 2 * DAY + 10 * HOUR,
      async happens() {
        const policies = { blockedDomains: ['mailinator.com'], historyDays: 180 }
        await as().organizations.update({ organization: SLUG, policies })
      },
    },
    {
      at: begin + 20 * DAY + 11 * HOUR,
      async happens() {
        await as().organizations.setEntitlements({
          organization: SLUG,
          entitlements: [
            { name: 'Design tool', text: 'A seat for everybody.', link: 'https://design.acme.test/join' },
            { name: 'Compute', text: '200 hours a month for experiments. Ask on call for more.', link: null },
            { name: 'Train card', text: 'Half of it is paid; hand the receipt to Finance.', link: null },
          ],
        })
      },
    },
    {
      at: present - 30 * HOUR,
      async happens() {
        await as().domains.add({ organization: SLUG, name: 'acme-labs.test', mailbox: 'admin' })
      },
    },
    ...nightly(town, present),
  ]
}

/** What Roster does by itself: once a week is enough for a history, and once more shortly before the present. */
function nightly(town: Town, present: Instant): readonly Event[] {
  const weeks = Math.floor((present - town.now()) / (7 * DAY))
  const nights = Array.from({ length: weeks }, (_, week) => town.now() + week * 7 * DAY + 3 * HOUR)
  return [...nights, present - 20 * HOUR].map((at) => ({
    at,
    async happens() {
      for (const job of JOBS) await runJob(job, town.deps)
    },
  }))
}

/** As the postmaster of acme.test would, by the link of the mail. */
async function proveDomain(town: Town, owner: UserId): Promise<void> {
  const { domain } = await town.as(owner).domains.add({ organization: SLUG, name: 'acme.test' })
  await town.deliverMail()
  const secret = town.deps.links.secret('domain-proof', domain, 1)
  await town.as(null).domains.verify({ domain, secret })
  const roles = await town.as(owner).roles.list({ organization: SLUG })
  const autoJoin = roles.find(({ key }) => key === 'viewer')?.id ?? null
  await town.as(owner).domains.update({ organization: SLUG, domain, autoJoin })
}
