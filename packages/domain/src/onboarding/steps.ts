import { freeText, plainName } from '../identity/name.ts'
import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'

/** One of the first steps that an organization asks its new members to take. */
export type OnboardingStep = {
  readonly title: string
  /** What to do, possibly nothing more than the title says. */
  readonly text: string
  /** Where to do it: an address, or a page of this Roster that begins with a slash. */
  readonly link: string | null
}

export const MOST_STEPS = 20
export const LONGEST_STEP_TEXT = 500
/** How long somebody is new, in days after joining. */
export const NEW_FOR_DAYS = 30

const DAY = 24 * 60 * 60 * 1_000
const LONGEST_LINK = 500

/** A step as it is kept: `invalid-name` for its title, `invalid-input` for `text` and `link`. */
export function checkStep(step: OnboardingStep): OnboardingStep | Refusal {
  const title = plainName(step.title)
  if (title instanceof Refusal) return title
  const text = freeText(step.text, LONGEST_STEP_TEXT)
  if (text instanceof Refusal) return text
  const link = step.link === null || step.link.trim() === '' ? null : checkLink(step.link.trim())
  return link instanceof Refusal ? link : { title, text, link }
}

/** The steps of an organization, in order: each as `checkStep` says, at most `MOST_STEPS` (`too-large`). */
export function checkSteps<S extends OnboardingStep>(
  steps: readonly S[],
): readonly (S & OnboardingStep)[] | Refusal {
  if (steps.length > MOST_STEPS) return new Refusal('too-large', { most: MOST_STEPS })
  const checked: (S & OnboardingStep)[] = []
  for (const step of steps) {
    const fine = checkStep(step)
    if (fine instanceof Refusal) return fine
    checked.push({ ...step, ...fine })
  }
  return checked
}

/**
 * Whether somebody is shown the first steps: they joined at most `NEW_FOR_DAYS` ago, did not begin the organization
 * themself, and have neither put the list away nor done all of it.
 */
export function showsSteps(
  member: {
    readonly joinedAt: Instant
    readonly founder: boolean
    readonly dismissed: boolean
    readonly left: number
  },
  now: Instant,
): boolean {
  if (member.founder || member.dismissed || member.left === 0) return false
  return now - member.joinedAt < NEW_FOR_DAYS * DAY
}

/** Only addresses of the web and our own pages: nothing that a browser would run. */
function checkLink(link: string): string | Refusal {
  const refuse = (reason: string) => new Refusal('invalid-input', { field: 'link', reason })
  if (link.length > LONGEST_LINK) return refuse(`use at most ${LONGEST_LINK} characters`)
  const own = /^\/(?![/\\])[^\s\p{C}<>"'`\\]*$/u.test(link)
  const web = /^https?:\/\/[^\s\p{C}<>"'`\\/][^\s\p{C}<>"'`\\]*$/u.test(link)
  return own || web ? link : refuse('write an address that begins with https:// or a page that begins with /')
}
