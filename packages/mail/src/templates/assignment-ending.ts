import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { exactly, validity } from './moment.ts'
import { brief, greeting, phrase, strong } from './phrase.ts'

export type AssignmentEndingMail = {
  /** Whoever gets this. */
  name: string
  /** Who will lose it: the reader, another person, or a group. */
  holder: { kind: 'you' } | { kind: 'person' | 'group'; name: string }
  organization: string
  /** Null for a role at the organization. */
  project: string | null
  role: string
  expiresAt: Instant
  now: Instant
  /** Where it can be renewed or looked at. */
  link: string
  host: string
}

/** To whoever loses access soon, and to whoever gave it, while it can still be renewed. */
export function assignmentEnding(mail: AssignmentEndingMail): Rendered {
  const { name, holder, organization, project, role, expiresAt, now, link, host } = mail
  const place =
    project === null ? phrase`${strong(organization)}` : phrase`${strong(project)} in ${strong(organization)}`
  const yours = holder.kind === 'you'
  const whose = yours ? phrase`Your access` : phrase`The access of ${holder.name}`
  const brieflyWhose = yours ? phrase`Your access` : phrase`The access of ${brief(holder.name)}`
  return render({
    subject: phrase`${brieflyWhose} to ${brief(project ?? organization)} ends soon`,
    preview: phrase`It ends on ${exactly(expiresAt)}.`,
    heading: phrase`${whose} to ${project ?? organization} ends soon`,
    opening: [
      greeting(name),
      yours
        ? phrase`You are in ${place} as ${strong(role)}, for a limited time.`
        : phrase`You gave ${strong(holder.name)} the role ${strong(role)} in ${place}, for a limited time.`,
    ],
    facts: [{ label: 'Ends', value: phrase`${validity(expiresAt, now)}` }],
    action: { label: yours ? 'Open Roster' : 'Look at it', link },
    closing: [
      yours
        ? phrase`If you need it for longer, ask whoever manages the people there.`
        : phrase`Renew it if it is still needed. Otherwise there is nothing to do: it ends by itself.`,
    ],
    why: yours
      ? phrase`You get this mail because access of yours in ${organization} is about to end. Your account says which mail you get.`
      : phrase`You get this mail because you gave this access in ${organization}. Your account says which mail you get.`,
    host,
  })
}
