import { effectOfRoleChange, type HeldAssignment, type MemberId, type Permission } from '@roster/domain'
import { assignmentsOf } from '../platform/access.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import type { QueryContext } from '../platform/query.ts'
import type { ProjectRef } from '../projects/rows.ts'
import { seenProjects } from '../projects/seen-refs.ts'
import type { FoundRole } from './found.ts'
import { peopleWith } from './people-with.ts'

/** What somebody gains and loses at a project, or, where it is null, in the whole organization. */
export interface Effect {
  readonly project: ProjectRef | null
  readonly gains: readonly Permission[]
  readonly losses: readonly Permission[]
}

/** Somebody for whom something changes, and what where. */
export type Affected = Person & { readonly member: MemberId; readonly effects: readonly Effect[] }

const MOST_NAMED = 50
/** Many who hold a role may hold the same for another reason: no more than these are looked at. */
const MOST_LOOKED_AT = 500

/** The first by name of those for whom something changes when a role allows `permissions` from now on. */
export async function affectedBy(
  { db, organization, held, now }: QueryContext,
  role: FoundRole,
  permissions: ReadonlySet<Permission>,
): Promise<readonly Affected[]> {
  const candidates = await peopleWith(
    db,
    { organization: organization.id, role: role.id, now },
    MOST_LOOKED_AT,
  )
  const found: { member: MemberId; user: Person['user']; effects: readonly RawEffect[] }[] = []
  for (const candidate of candidates) {
    const theirs = await assignmentsOf(db, organization, candidate.member, now)
    const effects = effectsOn(theirs, role, permissions)
    if (effects.length > 0) found.push({ ...candidate, effects })
    if (found.length === MOST_NAMED) break
  }
  const people = await peopleOf(
    db,
    organization.id,
    found.map(({ user }) => user),
  )
  const projects = await seenProjects(
    db,
    { organization: organization.id, held },
    found.flatMap(({ effects }) => effects.flatMap(({ scope }) => (scope === 'organization' ? [] : [scope]))),
  )
  return found.flatMap(({ member, user, effects }) => {
    const person = people.get(user)
    const seen = effects.flatMap(({ scope, gains, losses }): Effect[] => {
      const project = scope === 'organization' ? null : projects.get(scope)
      return project === undefined ? [] : [{ project, gains, losses }]
    })
    return person && seen.length > 0 ? [{ ...person, member, effects: seen }] : []
  })
}

type RawEffect = Pick<Effect, 'gains' | 'losses'> & { readonly scope: HeldAssignment['scope'] }

/** Wherever somebody holds the role: what changes for them there. */
function effectsOn(
  theirs: readonly HeldAssignment[],
  role: FoundRole,
  permissions: ReadonlySet<Permission>,
): readonly RawEffect[] {
  const scopes = new Set(theirs.filter((one) => one.role === role.id).map((one) => one.scope))
  return [...scopes].flatMap((scope) => {
    const project = scope === 'organization' ? undefined : scope
    const { gains, losses } = effectOfRoleChange(theirs, { role: role.id, permissions }, project)
    return gains.length + losses.length > 0 ? [{ scope, gains, losses }] : []
  })
}
