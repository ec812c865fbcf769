import type { GroupId, Instant, ProjectId, RoleId } from '../ids.ts'
import { Refusal } from '../refusal.ts'

/** Projects, or groups, that one invitation may carry. */
export const MOST_PLACES = 100

/** A role at a project that an invitation gives to whoever accepts it. */
export type ProjectTerm = {
  readonly project: ProjectId
  readonly role: RoleId
  /** When the role at the project ends by itself; null without an end. */
  readonly expiresAt: Instant | null
}

/** Why something an invitation carries is not given today. */
export type LeftOut = 'archived' | 'ended' | 'expired' | 'withdrawn'

/**
 * Why this part of an invitation would not be given at `now`, or null when it would: its project is archived, its
 * role or project is gone, its end has passed, or whoever answers for it may not give it any more (A09).
 */
export function leftOut(
  part: {
    readonly archived: boolean
    readonly ended: boolean
    readonly expiresAt: Instant | null
    readonly backed: boolean
  },
  now: Instant,
): LeftOut | null {
  if (part.ended) return 'ended'
  if (part.archived) return 'archived'
  if (part.expiresAt !== null && part.expiresAt <= now) return 'expired'
  return part.backed ? null : 'withdrawn'
}

/**
 * What an invitation may carry: each project and each group once, at most `MOST_PLACES` of each, ends still to
 * come. Refuses with `invalid-input`, `too-large`, `expiry-in-the-past`.
 */
export function checkPlaces(
  places: { readonly projects: readonly ProjectTerm[]; readonly groups: readonly GroupId[] },
  now: Instant,
): true | Refusal {
  const { projects, groups } = places
  if (projects.length > MOST_PLACES || groups.length > MOST_PLACES) {
    return new Refusal('too-large', { most: MOST_PLACES })
  }
  if (new Set(projects.map((one) => one.project)).size < projects.length) {
    return new Refusal('invalid-input', { field: 'projects', reason: 'a project is there twice' })
  }
  if (new Set(groups).size < groups.length) {
    return new Refusal('invalid-input', { field: 'groups', reason: 'a group is there twice' })
  }
  const past = projects.some(({ expiresAt }) => expiresAt !== null && expiresAt <= now)
  return past ? new Refusal('expiry-in-the-past', { field: 'projects' }) : true
}

/**
 * What has to begin and what has to end so that an invitation carries `wanted` instead of `present`. What is the
 * same in both stays as it is, with whoever answers for it.
 */
export function changeOfPlaces<P extends ProjectTerm, G extends { readonly group: GroupId }>(
  present: { readonly projects: readonly P[]; readonly groups: readonly G[] },
  wanted: { readonly projects: readonly ProjectTerm[]; readonly groups: readonly GroupId[] },
): {
  readonly begin: { readonly projects: readonly ProjectTerm[]; readonly groups: readonly GroupId[] }
  readonly end: { readonly projects: readonly P[]; readonly groups: readonly G[] }
} {
  const same = (a: ProjectTerm, b: ProjectTerm) =>
    a.project === b.project && a.role === b.role && a.expiresAt === b.expiresAt
  return {
    begin: {
      projects: wanted.projects.filter((one) => !present.projects.some((old) => same(old, one))),
      groups: wanted.groups.filter((one) => !present.groups.some((old) => old.group === one)),
    },
    end: {
      projects: present.projects.filter((old) => !wanted.projects.some((one) => same(old, one))),
      groups: present.groups.filter((old) => !wanted.groups.includes(old.group)),
    },
  }
}
