import { freeText } from '../identity/name.ts'
import { Refusal } from '../refusal.ts'

/** The letters that an organization may put into its own words. */
export const TEMPLATE_KINDS = ['invitation', 'welcome'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/** The organization's own words in a letter; `{organization}` and the like stand for what they name. */
export type TemplateText = {
  /** One line. */
  readonly subject: string
  /** Several lines, possibly none; quoted in the letter as what the organization writes. */
  readonly body: string
}

/** What may stand in braces in each letter, and what is put there. */
export const PLACEHOLDERS = {
  invitation: {
    organization: 'The name of the organization',
    role: 'The role that the invitation gives',
    inviter: 'Who invites',
  },
  welcome: {
    organization: 'The name of the organization',
    role: 'The role of the new member',
    name: 'The name of the new member',
  },
} as const satisfies Record<TemplateKind, Readonly<Record<string, string>>>

/** The letters as Roster writes them: everything that matters is in them already, so there is nothing to add. */
export const STANDARD_TEXTS: Readonly<Record<TemplateKind, TemplateText>> = {
  invitation: { subject: '{inviter} invites you to join {organization}', body: '' },
  welcome: { subject: 'Welcome to {organization}', body: '' },
}

/** Code points that a subject and a body may have. */
export const LONGEST_SUBJECT = 120
export const LONGEST_BODY = 2_000

const PLACEHOLDER = /\{([^{}\n]*)\}/g

/**
 * The texts as they are kept. A subject always names the organization, so that nobody gets a letter that hides where
 * it is from; `invalid-input` for `subject` or `body` says what is wrong, also which placeholder there is not.
 */
export function checkTemplate(kind: TemplateKind, text: TemplateText): TemplateText | Refusal {
  const subject = freeText(text.subject, LONGEST_SUBJECT, 'subject')
  if (subject instanceof Refusal) return subject
  const body = freeText(text.body, LONGEST_BODY, 'body')
  if (body instanceof Refusal) return body
  const invalid = (field: keyof TemplateText, reason: string) =>
    new Refusal('invalid-input', { field, reason })
  if (subject === '') return invalid('subject', 'a mail needs a subject')
  if (subject.includes('\n')) return invalid('subject', 'it is one line')
  if (!subject.includes('{organization}')) return invalid('subject', 'it must name {organization}')
  for (const [field, words] of [['subject', subject] as const, ['body', body] as const]) {
    const unknown = placeholdersIn(words).find((name) => !Object.hasOwn(PLACEHOLDERS[kind], name))
    if (unknown !== undefined) {
      const known = Object.keys(PLACEHOLDERS[kind]).map((name) => `{${name}}`)
      return invalid(field, `there is no {${unknown}}, only ${known.join(', ')}`)
    }
  }
  return { subject, body }
}

/** Whether it says nothing else than the letters say anyway. */
export function isStandard(kind: TemplateKind, { subject, body }: TemplateText): boolean {
  return subject === STANDARD_TEXTS[kind].subject && body === STANDARD_TEXTS[kind].body
}

/** The words with each placeholder filled in, once: braces in what is put there stay what they are. */
export function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}

function placeholdersIn(words: string): readonly string[] {
  return [...words.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
}
