import type { GroupId, Instant, MemberId, ProjectId, RoleId } from '@roster/domain'
import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { FreeText, IdOf, inOrganization, Moment } from '../platform/input.ts'

/** How many changes one call may ask for. */
const MOST_CHANGES = 10_000
const MOST_PROJECTS = 1_000
const MOST_REASON = 500

/** Who is given something, or from whom it is taken. */
export type AssignedTo = { readonly member: MemberId } | { readonly group: GroupId }

/** What a subject is to hold at a scope from now on. */
export interface AssignmentChange {
  readonly subject: AssignedTo
  /** Null or missing: at the organization. */
  readonly project?: ProjectId | null | undefined
  /** Null takes away what they hold there. */
  readonly role: RoleId | null
  /** What they hold there as far as the caller knows; if it is something else by now, nothing is changed. */
  readonly from?: RoleId | null | undefined
  /** When it ends by itself; null never. Missing: as it is where they hold this role already, else never. */
  readonly expiresAt?: Instant | null | undefined
  /** Why, in the words of who gives it. */
  readonly reason?: string | null | undefined
}

const End = Moment.nullable().optional()
const Why = FreeText(MOST_REASON).nullable().optional()
const Change = z.strictObject({
  subject: z.union([z.strictObject({ member: IdOf('mem') }), z.strictObject({ group: IdOf('grp') })]),
  project: IdOf('prj').nullable().optional(),
  role: IdOf('rol').nullable(),
  from: IdOf('rol').nullable().optional(),
  expiresAt: End,
  reason: Why,
})

/**
 * What to assign: a list of changes, each with terms of its own where it says any, or everybody named × every project named with one
 * role. Refuses with `too-large` above ten thousand changes, and with `invalid-input` where nothing is asked for.
 */
export const Assigned = inOrganization({
  changes: z.array(Change).max(MOST_CHANGES).optional(),
  members: z.array(IdOf('mem')).max(MOST_CHANGES).optional(),
  groups: z.array(IdOf('grp')).max(MOST_CHANGES).optional(),
  projects: z.array(IdOf('prj')).max(MOST_PROJECTS).optional(),
  role: IdOf('rol').nullable().optional(),
  expiresAt: End,
  reason: Why,
}).superRefine((input, context) => {
  const asked = countOf(input)
  if (asked > 0 && asked <= MOST_CHANGES) return
  const refusal =
    asked === 0
      ? new Refusal('invalid-input', { field: 'changes', reason: 'name somebody, and a role in a project' })
      : new Refusal('too-large', { most: MOST_CHANGES })
  context.addIssue({ code: 'custom', message: refusal.message, params: { refusal } })
})
type Assigned = z.output<typeof Assigned>

function countOf({ changes = [], members = [], groups = [], projects = [], role }: Assigned): number {
  return changes.length + (role === undefined ? 0 : (members.length + groups.length) * projects.length)
}

/** Every change asked for: those listed, then each person and each group named, project by project. */
export function changesIn(input: Assigned): readonly AssignmentChange[] {
  const { changes = [], members = [], groups = [], projects = [], role, expiresAt, reason } = input
  // A change without terms of its own has those of the call, which are sent once.
  const listed = changes.map((change) => ({
    ...change,
    expiresAt: change.expiresAt === undefined ? expiresAt : change.expiresAt,
    reason: change.reason === undefined ? reason : change.reason,
  }))
  if (role === undefined) return listed
  const subjects: readonly AssignedTo[] = [
    ...members.map((member) => ({ member })),
    ...groups.map((group) => ({ group })),
  ]
  const terms = { role, expiresAt, reason }
  return [
    ...listed,
    ...subjects.flatMap((subject) => projects.map((project) => ({ subject, project, ...terms }))),
  ]
}

/** The id of a subject, whichever kind it is. */
export function idOf(subject: AssignedTo): MemberId | GroupId {
  return 'member' in subject ? subject.member : subject.group
}

/** Names a subject at a scope. */
export function placeKey(subject: AssignedTo, project: ProjectId | null | undefined): string {
  return `${idOf(subject)} ${project ?? ''}`
}
