import { type Rendered, render } from './letter.ts'
import { brief, greeting, phrase, strong, verbatim } from './phrase.ts'

export type RequestMadeMail = {
  /** Whoever may answer. */
  name: string
  organization: string
  /** Null: they ask to join the organization. */
  project: string | null
  asker: { name: string; email: string }
  reason: string
  link: string
  host: string
}

/** To somebody who may answer a request to join. */
export function requestMade({
  name,
  organization,
  project,
  asker,
  reason,
  link,
  host,
}: RequestMadeMail): Rendered {
  const place =
    project === null ? phrase`${strong(organization)}` : phrase`${strong(project)} in ${strong(organization)}`
  return render({
    subject: phrase`${brief(asker.name)} asks to join ${brief(project ?? organization)}`,
    preview: phrase`Look at the request and answer it.`,
    heading: phrase`A request to join ${project ?? organization}`,
    opening: [greeting(name), phrase`${strong(asker.name)} asks to join ${place}.`],
    quote: { by: phrase`${strong(asker.name)} writes:`, words: reason },
    facts: [{ label: 'Email address', value: phrase`${verbatim(asker.email)}` }],
    action: { label: 'Answer the request', link },
    closing: [phrase`Nothing changes until somebody answers.`],
    why: phrase`You get this mail because you may answer requests in ${organization}. Your account says which mail you get.`,
    host,
  })
}

export type RequestAnsweredMail = {
  name: string
  organization: string
  project: string | null
  /** The role that was given; null when the answer is no. */
  role: string | null
  message: string | null
  link: string
  host: string
}

/** To whoever asked to join, with the answer. */
export function requestAnswered(mail: RequestAnsweredMail): Rendered {
  const { name, organization, project, role, message, link, host } = mail
  const place =
    project === null ? phrase`${strong(organization)}` : phrase`${strong(project)} in ${strong(organization)}`
  const said =
    role === null
      ? phrase`Your request to join ${place} was not approved.`
      : phrase`You are now in ${place} as ${strong(role)}.`
  return render({
    subject:
      role === null
        ? phrase`Your request to join ${brief(project ?? organization)}`
        : phrase`You are now in ${brief(project ?? organization)}`,
    preview: role === null ? phrase`It was not approved.` : phrase`Your request was approved.`,
    heading: role === null ? phrase`Your request was answered` : phrase`Your request was approved`,
    opening: [greeting(name), said],
    quote: message === null ? undefined : { by: phrase`The answer says:`, words: message },
    action: { label: 'Open Roster', link },
    why: phrase`You get this mail because you asked to join ${project ?? organization}. Your account says which mail you get.`,
    host,
  })
}
