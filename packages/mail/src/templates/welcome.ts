import { forewordOf, type OwnWords, subjectIn } from './invitation.ts'
import { type Rendered, render } from './letter.ts'
import { brief, greeting, phrase, strong } from './phrase.ts'

export type WelcomeMail = {
  organization: string
  role: string
  name: string
  /** The organization's own words, placeholders filled in. */
  own?: OwnWords | null
  link: string
  host: string
}

/** To someone who has just joined: where they are now, as what, and the way in. */
export function welcome({ organization, role, name, own, link, host }: WelcomeMail): Rendered {
  return render({
    subject: subjectIn(own) ?? phrase`Welcome to ${brief(organization)}`,
    preview: phrase`You joined as ${role}.`,
    heading: phrase`Welcome to ${organization}`,
    opening: [greeting(name), phrase`You are now in ${strong(organization)} as ${strong(role)}.`],
    foreword: forewordOf(organization, own),
    action: { label: 'Open Roster', link },
    closing: [phrase`You can see your roles, and leave, under your organizations at any time.`],
    why: phrase`You get this mail because you joined ${organization} with this address.`,
    host,
  })
}
