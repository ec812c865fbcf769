import type { RoleId } from '@roster/domain'
import type { AssignInput, Change, Place, Subject } from './types.ts'

/** Takes away whatever they hold there. */
export const NO_ROLE = 'none'
export type Choice = RoleId | typeof NO_ROLE

/** A project, with its own role if it has one, and the people who get another one there. */
export type ChosenPlace = Place & { role?: Choice | undefined; own: Readonly<Record<string, Choice>> }

/** What somebody is about to assign. */
export type Draft = {
  subjects: readonly Subject[]
  places: readonly ChosenPlace[]
  /** For everybody in every project that says nothing else. */
  role: Choice | undefined
  /** Undefined leaves ends that are set; null is for ever. */
  expiresAt: number | null | undefined
  reason: string
}

/** One call carries so many with roles of their own; more is too much text. */
const MOST = 8_000

export function emptyDraft(subjects: readonly Subject[], places: readonly Place[]): Draft {
  return {
    subjects,
    places: places.map((place) => ({ ...place, own: {} })),
    role: undefined,
    expiresAt: undefined,
    reason: '',
  }
}

/** The role of a subject in a project: their own there, the project's, or the one for all. */
export function choiceFor(draft: Draft, place: ChosenPlace, subject: Subject): Choice | undefined {
  return place.own[subject.id] ?? place.role ?? draft.role
}

/** Everybody in every project, or undefined while a role is missing somewhere. */
export function changesOf(draft: Draft): readonly Change[] | undefined {
  const changes: Change[] = []
  for (const subject of draft.subjects) {
    for (const place of draft.places) {
      const choice = choiceFor(draft, place, subject)
      if (choice === undefined) return undefined
      changes.push({
        subject: subject.kind === 'member' ? { member: subject.id } : { group: subject.id },
        project: place.id,
        role: choice === NO_ROLE ? null : choice,
      })
    }
  }
  return changes
}

/** What to ask the server for; undefined while something is missing. */
export function inputOf(organization: string, draft: Draft): AssignInput | undefined {
  const changes = changesOf(draft)
  if (!changes || changes.length === 0) return undefined
  const terms = { organization, expiresAt: draft.expiresAt, reason: draft.reason.trim() || undefined }
  const [first] = changes
  const same = changes.every(({ role }) => role === first?.role)
  if (!same) return { ...terms, changes: [...changes] }
  return {
    ...terms,
    members: draft.subjects.flatMap((one) => (one.kind === 'member' ? [one.id] : [])),
    groups: draft.subjects.flatMap((one) => (one.kind === 'group' ? [one.id] : [])),
    projects: draft.places.map(({ id }) => id),
    role: first?.role ?? null,
  }
}

/** Why the preview cannot be shown yet, or undefined when it can. */
export function whyNotPreview(draft: Draft, words: { one: string }): string | undefined {
  if (draft.subjects.length === 0) return 'Choose at least one person or group first.'
  if (draft.places.length === 0) return `Choose at least one ${words.one} first.`
  const changes = changesOf(draft)
  if (!changes) return 'Choose a role first.'
  return changes.length > MOST ? `Choose fewer: at most ${MOST} at once.` : undefined
}
