import { plainName } from '../identity/name.ts'
import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { mayHoldThroughGroup } from '../roles/role.ts'

/** An archived project keeps its members and its history, but nothing in it changes. */
export const PROJECT_STATES = ['active', 'archived'] as const
export type ProjectState = (typeof PROJECT_STATES)[number]

/** Whether `text` names a state of a project. */
export function isProjectState(text: string): text is ProjectState {
  return PROJECT_STATES.some((state) => state === text)
}

/** Who else knows of a project: those in it only, everybody who sees projects, or these and they may ask to join. */
export const PROJECT_VISIBILITIES = ['private', 'organization', 'requests'] as const
export type ProjectVisibility = (typeof PROJECT_VISIBILITIES)[number]

/** Nothing in an archived project changes (`project-archived`) but that it is restored or deleted. */
export function mayChangeProject(project: { readonly archivedAt: Instant | null }): true | Refusal {
  return project.archivedAt === null ? true : new Refusal('project-archived')
}

/** The canonical name of a project: see `plainName`. */
export function projectName(text: string): string | Refusal {
  return plainName(text)
}

/** A project role goes to people of the organization only (C4): `must-be-member`. Invite the others first. */
export function mustBeOrganizationMember(person: { readonly isMember: boolean }): true | Refusal {
  return person.isMember ? true : new Refusal('must-be-member')
}

/** Longest description of a project, in characters. */
export const LONGEST_PROJECT_DESCRIPTION = 500

/**
 * Whether everybody who joins may get this role without anybody deciding it for them: ownership is given to people
 * by name (`owner-by-default`).
 */
export function mayHoldByDefault(role: Parameters<typeof mayHoldThroughGroup>[0]): true | Refusal {
  return mayHoldThroughGroup(role) === true ? true : new Refusal('owner-by-default')
}
