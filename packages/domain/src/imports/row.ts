import type { Instant } from '../ids.ts'
import { DAY } from '../invitations/expiry.ts'
import { invitationMessage } from '../invitations/message.ts'
import { type Recipient, recipientOf } from '../invitations/recipients.ts'
import { MOST_PLACES } from '../invitations/terms.ts'
import { Refusal } from '../refusal.ts'
import { type ImportCells, LONGEST_CELL } from './cells.ts'
import { IMPORT_FIELDS, type ImportField } from './fields.ts'

/** Something in a row that cannot be meant, by the column in which it stands. */
export type CellProblem = { readonly field: ImportField; readonly refusal: Refusal }

/** What a row asks for; names are as they stand there, and yet to be looked up. */
export type ImportRow = {
  readonly recipient: Recipient
  /** Null: the usual one. */
  readonly role: string | null
  readonly groups: readonly string[]
  readonly projects: readonly {
    readonly field: ImportField
    readonly project: string
    readonly role: string
  }[]
  readonly message: string | null
  /** Days until the invitation ends; null never, undefined the usual. */
  readonly expiryDays: number | null | undefined
}

/**
 * Reads a row: lists are separated by semicolons or line ends, a project is written `Apollo: editor` or stands in a
 * column of its own beside its role. Everything that is wrong is answered, column by column: `cell-too-long`,
 * `invalid-email`, `invalid-username`, `invalid-input`, `role-missing`, `expiry-unreadable`.
 */
export function readRow(
  cells: ImportCells,
  now: Instant,
): { readonly row: ImportRow; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = []
  const said = (field: ImportField): string => {
    const text = cells[field] ?? ''
    if (text.length <= LONGEST_CELL) return text
    problems.push({ field, refusal: new Refusal('cell-too-long', { most: LONGEST_CELL }) })
    return ''
  }
  const readable = <T>(field: ImportField, value: T | Refusal, otherwise: T): T => {
    if (!(value instanceof Refusal)) return value
    problems.push({ field, refusal: value })
    return otherwise
  }
  const tooLong = IMPORT_FIELDS.filter((field) => (cells[field]?.length ?? 0) > LONGEST_CELL)
  const recipient = recipientOf(said('recipient'))
  if (recipient.kind === 'invalid' && !tooLong.includes('recipient')) {
    problems.push({ field: 'recipient', refusal: recipient.refusal })
  }
  const message = readable('message', invitationMessage(said('message')), '')
  const row: ImportRow = {
    recipient,
    role: said('role') || null,
    groups: readable('groups', places(listed(said('groups'))), []),
    projects: [
      ...readable('projects', places(listed(said('projects'))), []).flatMap((pair) =>
        readable('projects', pairOf(pair), []),
      ),
      ...readable('project', projectAside(said('project'), said('projectRole')), []),
    ],
    message: message === '' ? null : message,
    expiryDays: readable('expiry', expiryDays(said('expiry'), now), undefined),
  }
  return { row, problems }
}

/** Whom a row is about, so that two rows about one person can be told; null where it is nobody. */
export function personKey(recipient: Recipient): string | null {
  if (recipient.kind === 'email') return recipient.email
  return recipient.kind === 'username' ? `@${recipient.username}` : null
}

/** The line of the first row about the same person, for each row that is not the first. */
export function repeatedLines(
  lines: readonly { readonly line: number; readonly cells: ImportCells }[],
): ReadonlyMap<number, number> {
  const first = new Map<string, number>()
  const repeated = new Map<number, number>()
  for (const { line, cells } of lines) {
    const text = cells.recipient ?? ''
    const key = text.length > LONGEST_CELL ? null : personKey(recipientOf(text))
    if (key === null) continue
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    else repeated.set(line, before)
  }
  return repeated
}

function listed(text: string): readonly string[] {
  const seen = new Set(
    text
      .split(/[;\r\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  return [...seen]
}

function places(names: readonly string[]): readonly string[] | Refusal {
  return names.length > MOST_PLACES ? new Refusal('too-large', { most: MOST_PLACES }) : names
}

type Pairs = ImportRow['projects']

/** The role stands behind the last colon: names of projects may have some, names of roles hardly ever do. */
function pairOf(text: string): Pairs | Refusal {
  const colon = text.lastIndexOf(':')
  const project = text.slice(0, Math.max(colon, 0)).trim()
  const role = text.slice(colon + 1).trim()
  if (colon < 0 || project === '' || role === '') {
    return new Refusal('role-missing', { project: briefly(colon < 0 ? role : project || role) })
  }
  return [{ field: 'projects', project, role }]
}

function projectAside(project: string, role: string): Pairs | Refusal {
  if (project === '') return []
  if (role === '') return new Refusal('role-missing', { project: briefly(project) })
  return [{ field: 'project', project, role }]
}

/** Days, a day that is still to come (UTC, to its end), or a word for never. */
function expiryDays(text: string, now: Instant): number | null | undefined | Refusal {
  if (text === '') return undefined
  if (/^never$/i.test(text)) return null
  const [, days] = /^(\d{1,5})(?:\s*days?)?$/i.exec(text) ?? []
  if (days !== undefined) return Number(days)
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text) ?? []
  const begin = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(begin)) return new Refusal('expiry-unreadable')
  const left = Math.floor((begin + DAY - now) / DAY)
  return left < 1 ? new Refusal('expiry-in-the-past', { field: 'expiry' }) : left
}

/** A text as a sentence can hold it. */
export function briefly(text: string): string {
  const letters = [...text.slice(0, 200)]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
}
