import {
  type AssignmentId,
  type CellProblem,
  checkPlaces,
  expiryFrom,
  type GroupId,
  IMPORT_FIELDS,
  type ImportField,
  type ImportLine,
  type ImportRow,
  type Instant,
  mayGiveSilently,
  Refusal,
  type RoleId,
  readRow,
} from '@roster/domain'
import { assess, type CallSoFar, type Invitee } from '../invitations/assess.ts'
import type { Places } from '../invitations/places-offered.ts'
import type { Actor } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'
import { type Assigning, planForMembers } from './member-plan.ts'
import { namesIn } from './names.ts'
import { peopleIn, type Somebody } from './people.ts'
import { type Places as Named, placesNamed } from './places.ts'
import { type Importing, Rights } from './rights.ts'

/** What a row comes to. */
export interface PlannedRow extends ImportLine {
  readonly row: ImportRow
  readonly person: Somebody
  readonly plan: Plan
}

export type Plan =
  | { readonly kind: 'refused'; readonly problems: readonly CellProblem[] }
  | { readonly kind: 'invite'; readonly invitee: Invitee; readonly terms: Offer }
  | ({ readonly kind: 'assign' } & Assigning)

/** What an invitation gives. */
export interface Offer {
  readonly role: RoleId
  readonly places: Places
  readonly message: string | null
  readonly expiresAt: Instant | null
}

/** What is known of the rows before these. */
export interface Before {
  /** The first line of each person among these, if there is one before. */
  readonly lines: (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>
  readonly soFar: CallSoFar
  readonly seats: number
}

type Context = Importing & { readonly actor: Actor }

/**
 * Says of each row, in order, what doing it comes to, by the rules of inviting for who is not in the organization and
 * by those of assigning and of groups for members, and everything that is wrong with it by column. The preview shows
 * this and a run does it. Nothing depends on which rows are planned together, but for those of the caller: they may
 * change what the caller holds, so they come last.
 */
export async function planRows(
  db: Reads,
  context: Context,
  lines: readonly ImportLine[],
  before: Before,
  newAssignment: () => AssignmentId,
): Promise<readonly PlannedRow[]> {
  const read = lines.map((line) => ({ ...line, ...readRow(line.cells, context.now) }))
  const rows = read.map(({ row }) => row)
  const people = await peopleIn(db, context.organization.id, rows)
  const names = await namesIn(db, context, rows)
  const first = new Map(await before.lines(people.flatMap(({ key }) => key ?? [])))
  const rights = new Rights(db, context)
  const drafts: Draft[] = []
  for (const [index, { line, cells, row, problems: unreadable }] of read.entries()) {
    const person = people[index] ?? { key: null, user: null, member: null, name: null }
    const { problems, ...named } = placesNamed(row, names)
    const draft: Draft = {
      line,
      cells,
      row,
      person,
      named,
      problems: [...unreadable, ...problems],
      terms: null,
    }
    const earlier = person.key === null ? undefined : first.get(person.key)
    if (earlier !== undefined)
      draft.problems.push(inLine('recipient', new Refusal('line-twice', { line: earlier })))
    else if (person.key !== null) first.set(person.key, line)
    if (person.member === null) draft.terms = await offered(draft, context, rights)
    drafts.push(draft)
  }
  const invitees = await assessed(db, context, drafts, before)
  const members = await planForMembers(db, context, rights, drafts.filter(isAssigned), newAssignment)
  return drafts.map((draft) => {
    const { line, cells, row, person, problems, terms } = draft
    const assigning = members.get(line)
    const invitee = invitees.get(line)
    const all = [...problems, ...(assigning?.problems ?? [])]
    if (invitee instanceof Refusal) all.push(inLine('recipient', invitee))
    const plan: Plan =
      all.length === 0 && assigning
        ? { kind: 'assign', ...assigning }
        : all.length === 0 && terms && invitee && !(invitee instanceof Refusal)
          ? { kind: 'invite', invitee, terms }
          : { kind: 'refused', problems: inOrder(all) }
    return { line, cells, row, person, plan }
  })
}

/** A row on its way to a plan. */
export interface Draft extends ImportLine {
  readonly row: ImportRow
  readonly person: Somebody
  readonly named: Omit<Named, 'problems'>
  readonly problems: CellProblem[]
  /** What an invitation would give; null for members, and where something is wrong. */
  terms: Offer | null
}

/** So many are told of a row, and no more. */
const MOST_PROBLEMS = 20

/** In the order of the fields, whatever was looked at first. */
function inOrder(problems: readonly CellProblem[]): readonly CellProblem[] {
  const place = ({ field }: CellProblem) => IMPORT_FIELDS.indexOf(field)
  return [...problems].sort((a, b) => place(a) - place(b)).slice(0, MOST_PROBLEMS)
}

const isAssigned = ({ person, problems }: Draft) => person.member !== null && problems.length === 0
const inLine = (field: ImportField, refusal: Refusal): CellProblem => ({ field, refusal })

/** The terms of the invitation, as far as they may be offered; what may not is a problem of its column. */
async function offered(draft: Draft, context: Importing, rights: Rights): Promise<Offer | null> {
  const { row, named, problems } = draft
  const { policies } = context.organization
  const note = (field: ImportField, answer: unknown) => {
    if (answer instanceof Refusal) problems.push(inLine(field, answer))
  }
  const role = row.role !== null && named.role === null ? null : await rights.role(named.role?.id)
  note('role', role)
  if (role && !(role instanceof Refusal)) {
    note('role', mayGiveSilently({ policies, role, reason: context.reason }))
  }
  const groups: readonly GroupId[] = named.groups.map(({ group }) => group)
  const projects = named.projects.map(({ project, role }) => ({ project, role, expiresAt: null }))
  for (const group of groups) note('groups', await rights.group(group))
  for (const [index, term] of projects.entries()) {
    note(named.projects[index]?.field ?? 'projects', await rights.project(term))
  }
  const places = { projects, groups }
  if (problems.length === 0) note('projects', checkPlaces(places, context.now))
  const expiresAt = expiryFrom(row.expiryDays, policies, context.now)
  note('expiry', expiresAt)
  if (problems.length > 0 || role === null || role instanceof Refusal || expiresAt instanceof Refusal)
    return null
  return { role: role.id, places, message: row.message, expiresAt }
}

/** Who of those with terms may be invited: asked of nobody else, since each takes a seat. */
async function assessed(
  db: Reads,
  context: Importing,
  drafts: readonly Draft[],
  { soFar, seats }: Before,
): Promise<ReadonlyMap<number, Invitee | Refusal>> {
  const asked = drafts.filter(({ terms }) => terms !== null)
  const verdicts = await assess(
    db,
    { ...context, seatsBefore: seats },
    asked.map(({ row }) => row.recipient),
    soFar,
  )
  return new Map(asked.map(({ line }, index) => [line, verdicts[index] ?? new Refusal('not-found')]))
}
