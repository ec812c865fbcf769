import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { validity } from './moment.ts'
import { brief, greeting, phrase, strong } from './phrase.ts'

export type ReviewAssignedMail = {
  /** Whoever is to decide. */
  name: string
  organization: string
  review: string
  /** Who started it. */
  by: string
  /** How many items wait for the reader. */
  items: number
  fallback: 'keep' | 'revoke'
  deadline: Instant
  now: Instant
  link: string
  host: string
}

/** To whoever is asked to decide who keeps their access. */
export function reviewAssigned(mail: ReviewAssignedMail): Rendered {
  const { name, organization, review, by, items, fallback, deadline, now, link, host } = mail
  const count = items === 1 ? '1 person or group' : `${items} people and groups`
  return render({
    subject: phrase`Review who has access to ${brief(organization)}`,
    preview: phrase`${count} to decide about.`,
    heading: phrase`Who should keep their access to ${organization}?`,
    opening: [
      greeting(name),
      phrase`${strong(by)} asks you to look at the access of ${count} in ${strong(organization)} and to say for each whether they keep it.`,
    ],
    facts: [
      { label: 'Review', value: phrase`${review}` },
      { label: 'Until', value: phrase`${validity(deadline, now)}` },
      {
        label: 'Then',
        value:
          fallback === 'keep'
            ? phrase`Whoever you did not decide about keeps their access`
            : phrase`Whoever you did not decide about loses their access`,
      },
    ],
    action: { label: 'Open the review', link },
    closing: [],
    why: phrase`You get this mail because you are a reviewer in ${organization}. Your account says which mail you get.`,
    host,
  })
}
