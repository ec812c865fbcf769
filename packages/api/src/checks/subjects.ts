import { isAllowed, orThrow, type Permission } from '@roster/domain'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { inOrganization, inProject, Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { APermission, AProject, type Asking, Explain, type SubjectType } from './asking.ts'
import { Evaluator } from './evaluate.ts'
import { type Holder, holdersAfter } from './holders.ts'
import { letOthersBeServed } from './pacing.ts'
import { NOWHERE, type Place, placeNamed } from './place.ts'
import { type Reason, reasonsFor } from './reasons.ts'

/** Somebody, or some program, that may do what was asked; with reasons where they were asked for. */
export interface AllowedSubject extends Holder {
  readonly type: SubjectType
  readonly reasons?: readonly Reason[]
}

/** A page of an answer, which is not counted. */
export interface Answers<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

interface Asked {
  readonly permission: Permission
  readonly at?: string | undefined
  readonly type?: SubjectType | undefined
  readonly pageSize: number
  readonly cursor?: string | undefined
  readonly explain: boolean
}

const Fields = {
  permission: APermission,
  at: AProject.optional(),
  type: z.enum(['user', 'service_account']).optional().describe('Left out: both.'),
  // A search of AuthZEN may ask for none.
  pageSize: z.int().min(0).max(100).default(25).describe('How many a page.'),
  cursor: Paging.cursor,
  explain: Explain,
}

/**
 * Who may do something there: exactly those about whom `check` says yes, in the order of their memberships. None for a
 * project that is not the caller's to know of; refuses with `not-permitted` as `check` does about others, and with
 * `cursor-invalid`.
 */
export const checkSubjects = query({
  permission: 'organization.read',
  input: inOrganization(Fields),
  run: subjectsThere,
})

/** The same for whoever may only see one project: without `at`, it is about that one. */
export const checkSubjectsAtProject = query({
  permission: 'project.read',
  input: inProject(Fields),
  run: (asking, { project, at = project, ...asked }) => subjectsThere(asking, { ...asked, at }),
})

/** A page of who may do it there: the same for every way of asking. */
export async function subjectsThere(asking: Asking, asked: Asked): Promise<Answers<AllowedSubject>> {
  const { db, organization, now } = asking
  const { permission, at, type = null, pageSize, cursor, explain } = asked
  const list = ['check subjects', organization.id, permission, at ?? null, type]
  const after = cursor === undefined ? '' : String(placeOf(list, cursor)[0])
  const place = await placeNamed(asking, at)
  if (place === NOWHERE) return { items: [], nextCursor: null }
  orThrow(new Evaluator(asking).mayAsk(null, permission, place))
  const holding = { organization, permission, at: place?.id ?? null, type, now }
  const found = await holdersAfter(db, holding, after, pageSize + 1)
  const items = await asSeen(asking, found.slice(0, pageSize), place)
  const last = items.at(-1)?.member ?? after
  return {
    items: explain ? await explained(asking, items, permission, place) : items.map(typed),
    nextCursor: found.length > pageSize ? cursorAt(list, [last]) : null,
  }
}

/**
 * Whoever sees one project alone sees who is in it. Those who may do it by what they hold at the organization are not,
 * so their names and addresses are not told.
 */
async function asSeen(asking: Asking, holders: readonly Holder[], place: Place): Promise<readonly Holder[]> {
  if (isAllowed(asking.held, 'members.read')) return holders
  const evaluator = new Evaluator(asking)
  const seen: Holder[] = []
  for (const holder of holders) {
    const held = await evaluator.held(holder.member)
    const there = holder.member === asking.member || held.some(({ scope }) => scope === place?.id)
    seen.push(there ? holder : { ...holder, name: null, email: null })
  }
  return seen
}

const typed = (holder: Holder): AllowedSubject => ({
  ...holder,
  type: holder.service === null ? 'user' : 'service_account',
})

async function explained(
  asking: Asking,
  holders: readonly Holder[],
  permission: Permission,
  place: Place,
): Promise<readonly AllowedSubject[]> {
  const items: AllowedSubject[] = []
  for (const holder of holders) {
    await letOthersBeServed(items.length)
    const reasons = await reasonsFor(asking, holder.member, [permission], place)
    items.push({ ...typed(holder), reasons: reasons.get(permission) ?? [] })
  }
  return items
}
