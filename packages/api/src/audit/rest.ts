import { AUDIT_ACTIONS } from '@roster/domain'
import { z } from 'zod'
import { actOnEach, actOnOne, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, Page, Person, RefusalRef, RoleRef } from '../transport/rest/schemas.ts'
import { listAudit } from './list.ts'
import { auditPeople } from './people.ts'
import { undoableOfCall } from './undo/of-change.ts'
import { undoPreview } from './undo/preview.ts'
import { undo } from './undo/undo.ts'
import { verifyAudit } from './verify.ts'

const ALL = '/organizations/{organization}/audit'

const Entry = z
  .object({
    id: AnId('aud'),
    sequence: z.int().describe('Its number in the trail.'),
    at: At,
    action: z.enum(AUDIT_ACTIONS),
    actor: Person.nullable().describe('Null when Roster itself did it.'),
    byOperator: z.boolean().optional().describe('Set when whoever runs this Roster did it.'),
    key: z
      .object({ id: AnId('key'), name: z.string() })
      .nullable()
      .describe('The API key it came with.'),
    target: z
      .object({ kind: z.string(), id: z.string(), label: z.string().nullable(), person: Person.nullable() })
      .nullable(),
    facts: z
      .record(z.string(), z.unknown())
      .describe('As they were recorded and hashed; moments among them are milliseconds since 1970.'),
    labels: z.record(z.string(), z.string()).describe('What the ids among the facts are called today.'),
    allowedBy: z.object({ role: RoleRef }).nullable().describe('The role by which it was allowed.'),
    change: AnId('chg').nullable().describe('What one call did.'),
    hash: z.string().describe('SHA-256 over the entry and the hash of the one before it.'),
  })
  .meta({ id: 'AuditEntry', description: 'A change that was made, with the names of today.' })

const Verification = z
  .object({
    intact: z.boolean(),
    entries: z.int().optional().describe('How many were read.'),
    checkpoint: z
      .object({ sequence: z.int(), hash: z.string(), at: At })
      .nullable()
      .optional()
      .describe('Set when the organization does not keep its whole trail.'),
    lastHash: z
      .string()
      .optional()
      .describe('Of the last entry: noted elsewhere, it proves later that nothing before it was touched.'),
    from: At.nullable().optional(),
    to: At.nullable().optional(),
    brokenAt: z.int().optional().describe('The first entry that is not as it was written.'),
    reason: z.enum(['changed', 'missing', 'moved']).optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'AuditVerification', description: 'Whether the trail is as it was written.' })

const named = z.array(
  z.object({ role: z.string(), project: z.string().nullable().describe('Null in the organization.') }),
)
const Preview = z
  .object({
    comesBack: named,
    groups: z.array(z.string()),
    goes: named,
    call: z.array(z.int()).describe('Every entry of the same call that has a way back.'),
    refusal: RefusalRef.nullable(),
  })
  .meta({ id: 'UndoPreview', description: 'What undoing an entry would do.' })

const Undone = z.object({ entry: AnId('aud'), sequence: z.int() }).meta({ id: 'UndoneEntry' })

const UNDOING = [
  'undo-not-possible',
  'undo-too-late',
  'changed-meanwhile',
  'beyond-your-own',
  'must-be-member',
  'project-archived',
  'reason-required',
  'seat-limit',
  'domain-blocked',
  'other-organization',
  'already-member',
  'already-invited',
  'name-taken',
  'last-owner',
  'already-in-group',
  'group-cycle',
  'owner-through-group',
  'expiry-in-the-past',
  'role-level-mismatch',
  'invitation-not-open',
  'people-only',
] as const

const { noted } = verifyAudit.input.shape
const Noted = z.strictObject({
  sequence: z.int().min(1).optional().describe('Of an entry that was noted earlier.'),
  hash: z.string().length(64).optional().describe('And its hash: it must still be there.'),
})

/** The resource `audit`. */
export const auditRoutes: readonly Route[] = [
  get({
    path: `${ALL}/entries`,
    name: 'audit.list',
    summary: 'List the audit trail',
    description: 'The newest first.',
    refuses: ['cursor-invalid'],
    calls: listAudit,
    answers: Page(Entry, 'AuditPage'),
  }),
  get({
    path: `${ALL}/verification`,
    name: 'audit.verify',
    summary: 'Verify the audit trail',
    description:
      'Recomputes the chain from its first entry, and tells whether it is intact or where it first is not. With `sequence` and `hash`, whether an entry that was noted earlier is still there.',
    calls: verifyAudit,
    takes: {
      fields: Noted,
      input(given) {
        const { sequence, hash } = Noted.parse(given)
        return sequence === undefined && hash === undefined ? {} : { noted: noted.parse({ sequence, hash }) }
      },
    },
    answers: Verification,
  }),
  get({
    path: `${ALL}/people`,
    name: 'audit.people',
    summary: 'Find people in the audit trail',
    calls: auditPeople,
    answers: z.object({ items: z.array(Person) }).meta({ id: 'AuditPeople' }),
    shows: (items) => ({ items }),
  }),
  get({
    path: `${ALL}/changes/{change}`,
    name: 'audit.undoable',
    summary: 'List the entries of a call that can be undone',
    calls: undoableOfCall,
    answers: z.object({ entries: z.array(z.int()) }).meta({ id: 'UndoableEntries' }),
    shows: (entries) => ({ entries }),
  }),
  actOnOne({
    method: 'POST',
    path: `${ALL}/entries/{entry}/undo`,
    name: 'audit.undo',
    summary: 'Undo a change',
    description:
      'Under the rules of today: the caller must be allowed to do the opposite. With `dry_run=true`, what would come back and what would go.',
    refuses: UNDOING,
    calls: undo,
    each: ['entries', 'entry'],
    answers: Undone,
    dryRun: get({
      path: `${ALL}/entries/{entry}/undo`,
      name: 'audit.undoPreview',
      summary: 'What undoing an entry would do',
      calls: undoPreview,
      answers: Preview,
    }),
  }),
  actOnEach({
    method: 'POST',
    path: `${ALL}/undo`,
    name: 'audit.undoMany',
    summary: 'Undo many changes',
    description: 'Each by itself.',
    refuses: UNDOING,
    calls: undo,
    each: 'entries',
    answers: Undone,
  }),
]
