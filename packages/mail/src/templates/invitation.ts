import type { Instant } from '@roster/domain'
import { type Fact, type Rendered, render } from './letter.ts'
import { ahead, exactly } from './moment.ts'
import { brief, type Phrase, phrase, prose, strong } from './phrase.ts'

/** Why this message is sent: the first one, a new link, other terms, or a reminder nobody asked for. */
export type InvitationEdition = 'first' | 'again' | 'changed' | 'reminder'

/** What an organization says in its own words: quoted as the organization's, never as ours. */
export type OwnWords = { subject: string; body: string }

export type InvitationMail = {
  organization: string
  role: string
  /** What the role lets one do, in a sentence. */
  roleSentence: string
  /** The projects, with the role in each, and the groups that come with it. */
  places?: readonly { name: string; role: string | null }[]
  /** Null when the inviter's account is gone. `address` is the domain of the inviter's address, not the address. */
  inviter: { name: string; address: string | null } | null
  message: string | null
  /** The organization's own words, placeholders filled in; its subject is for the first mail. */
  own?: OwnWords | null
  link: string
  /** Null when the invitation stays open until it is answered or withdrawn. */
  expiresAt: Instant | null
  now: Instant
  edition: InvitationEdition
  host: string
}

const PLACES_NAMED = 5

/** Names the organization, the role in plain words, who invites and until when, and carries the link (O5). */
export function invitation(mail: InvitationMail): Rendered {
  const { organization, role, inviter, message, link, expiresAt, now, edition, host } = mail
  return render({
    subject: subjectOf(mail),
    preview: phrase`Your role would be ${role}. ${
      expiresAt === null ? 'Accept or decline when it suits you' : `Open until ${exactly(expiresAt)}`
    }.`,
    heading: phrase`Join ${organization}`,
    opening: [...newsOf(edition, organization), invites(inviter, organization, role)],
    foreword: forewordOf(organization, mail.own),
    quote: message === null ? undefined : { by: writes(inviter), words: message },
    facts: factsOf(mail, now),
    action: { label: 'View invitation', link },
    closing: [phrase`You can accept or decline on that page. Nothing changes until you do.`],
    why: phrase`You get this mail because someone in ${organization} invited this address. If you do not know them, ignore it or decline.`,
    host,
  })
}

function subjectOf({ edition, inviter, organization, own }: InvitationMail): Phrase {
  const said = edition === 'first' ? subjectIn(own) : null
  if (said) return said
  switch (edition) {
    case 'first':
      return inviter
        ? phrase`${brief(inviter.name)} invites you to join ${brief(organization)}`
        : phrase`You are invited to join ${brief(organization)}`
    case 'again':
      return phrase`A new link to join ${brief(organization)}`
    case 'changed':
      return phrase`Your invitation to ${brief(organization)} has changed`
    case 'reminder':
      return phrase`Reminder: your invitation to ${brief(organization)} is open`
  }
}

/** The subject in the organization's words, if there is anything to see in it. */
export function subjectIn(own: OwnWords | null | undefined): Phrase | null {
  const said = prose(own?.subject ?? '')
  return said.text === '' ? null : said
}

/** The organization's words, said to be so: nobody's words pass for Roster's. */
export function forewordOf(organization: string, own: OwnWords | null | undefined) {
  return own ? { by: phrase`${strong(organization)} writes:`, words: own.body } : undefined
}

function newsOf(edition: InvitationEdition, organization: string): readonly Phrase[] {
  switch (edition) {
    case 'first':
      return []
    case 'again':
      return [phrase`Here is a new link. The ones in earlier mails about ${organization} no longer work.`]
    case 'changed':
      return [
        phrase`The terms of your invitation to ${organization} have changed. This mail replaces earlier ones.`,
      ]
    case 'reminder':
      return [phrase`Your invitation to ${organization} is still waiting for an answer.`]
  }
}

function invites(inviter: InvitationMail['inviter'], organization: string, role: string): Phrase {
  const joining = phrase`join ${strong(organization)} as ${strong(role)}`
  return inviter
    ? phrase`${strong(inviter.name)} invites you to ${joining}.`
    : phrase`You are invited to ${joining}.`
}

function writes(inviter: InvitationMail['inviter']): Phrase {
  return inviter ? phrase`${strong(inviter.name)} writes:` : phrase`A message came with the invitation:`
}

function factsOf(
  { role, roleSentence, places = [], inviter, expiresAt }: InvitationMail,
  now: Instant,
): readonly Fact[] {
  return [
    { label: 'Role', value: strong(role), note: prose(roleSentence) },
    ...(places.length > 0 ? [placesFact(places)] : []),
    ...(inviter ? [inviterFact(inviter)] : []),
    expiresAt === null
      ? { label: 'Open until', value: phrase`You answer, or it is withdrawn` }
      : {
          label: 'Open until',
          value: phrase`${exactly(expiresAt)}`,
          note: phrase`${capital(ahead(expiresAt, now))}`,
        },
  ]
}

/** The first few by name: the page of the invitation has them all. */
function placesFact(places: NonNullable<InvitationMail['places']>): Fact {
  const named = places
    .slice(0, PLACES_NAMED)
    .map(({ name, role }) => (role === null ? strong(name) : phrase`${strong(name)} as ${role}`))
  const more = places.length - named.length
  const value = named.reduce((before, next) => phrase`${before}, ${next}`)
  return { label: 'You join', value: more > 0 ? phrase`${value} and ${String(more)} more` : value }
}

/** The domain stands on a line of its own, where no display name can imitate it. */
function inviterFact({ name, address }: { name: string; address: string | null }): Fact {
  const value = strong(name)
  return address === null
    ? { label: 'Invited by', value }
    : { label: 'Invited by', value, note: phrase`Email address at ${address}` }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
