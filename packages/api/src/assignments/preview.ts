import {
  type GroupId,
  type Instant,
  type MemberId,
  type Permission,
  Refusal,
  type RefusalCode,
} from '@roster/domain'
import { query } from '../platform/query.ts'
import type { RoleRef } from '../roles/store.ts'
import { effectsOf } from './effects.ts'
import { Assigned, changesIn } from './input.ts'
import { isStep, type Planned, plannedIds, planOf } from './plan.ts'

/** What the changes of a call come to for one person or group. */
export interface PreviewedSubject {
  readonly kind: 'member' | 'group'
  readonly id: MemberId | GroupId
  /** Null where there is nobody with this id here. */
  readonly name: string | null
  /** Of a group: how many people are in it, nested groups included. */
  readonly people: number | null
  /** The first of what is refused, or null where everything will be done. */
  readonly refusal: PreviewedChange['refusal']
  /** In the order in which they were asked for. */
  readonly changes: readonly PreviewedChange[]
}

/** One change: the terms before and after, and what it makes of what the subject may do there. */
export interface PreviewedChange {
  /** Its place among all changes, as in the outcomes of applying. */
  readonly index: number
  readonly project: { readonly id: string; readonly name: string; readonly archived: boolean } | null
  /** What is held there now; null for nothing, and for what has expired. */
  readonly from: (RoleRef & { readonly expiresAt: Instant | null }) | null
  readonly to: (RoleRef & { readonly expiresAt: Instant | null }) | null
  /** True when they hold exactly this already. */
  readonly unchanged: boolean
  /** What they may do there afterwards and may not now, whatever gives it to them; and the other way round. */
  readonly gains: readonly Permission[]
  readonly losses: readonly Permission[]
  /** How many things they may do there now and afterwards. */
  readonly keeps: number
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

/** What applying the same input would do, to whom, and what it would refuse; nothing is changed. */
export const previewAssignments = query({
  permission: 'organization.read',
  input: Assigned,
  async run(context, input): Promise<readonly PreviewedSubject[]> {
    const { db, organization, now } = context
    const planned = await planOf(db, context, changesIn(input), plannedIds())
    const effects = await effectsOf(db, organization, now, planned)
    const bySubject = Map.groupBy(
      planned.map((one, index) => ({ one, index })),
      ({ one }) => subjectId(one),
    )
    return [...bySubject].map(([id, ours]): PreviewedSubject => {
      const subject = ours[0]?.one.subject ?? null
      const changes = ours.map(({ one, index }) => changeOf(one, index, effects.of(one)))
      return {
        kind: id.startsWith('grp_') ? 'group' : 'member',
        id,
        name: subject?.name ?? null,
        people: subject?.kind === 'group' ? effects.people(subject.group) : null,
        refusal: changes.find((one) => one.refusal)?.refusal ?? null,
        changes,
      }
    })
  },
})

function subjectId({ change: { subject } }: Planned): MemberId | GroupId {
  return 'member' in subject ? subject.member : subject.group
}

type Effect = Pick<PreviewedChange, 'gains' | 'losses' | 'keeps'>

function changeOf({ project, outcome, before }: Planned, index: number, effect: Effect): PreviewedChange {
  const step = isStep(outcome) ? outcome : null
  const held = step ? step.from : outcome === 'unchanged' ? before : null
  const then = step ? step.begins : held
  return {
    index,
    project: project && { id: project.id, name: project.name, archived: project.archivedAt !== null },
    from: held && { ...refOf(held.role), expiresAt: held.expiresAt },
    to: then && { ...refOf(then.role), expiresAt: then.expiresAt },
    unchanged: outcome === 'unchanged',
    ...effect,
    refusal: outcome instanceof Refusal ? { code: outcome.code, message: outcome.message } : null,
  }
}

function refOf({ id, key, name }: RoleRef): RoleRef {
  return { id, key, name }
}
