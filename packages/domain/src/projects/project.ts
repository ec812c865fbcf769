import { plainName } from '../identity/name.ts'
import { Refusal } from '../refusal.ts'

/** An archived project keeps its members and its history, but nothing in it changes. */
export const PROJECT_STATES = ['active', 'archived'] as const
export type ProjectState = (typeof PROJECT_STATES)[number]

/** Whether `text` names a state of a project. */
export function isProjectState(text: string): text is ProjectState {
  return PROJECT_STATES.some((state) => state === text)
}

/** The canonical name of a project: see `plainName`. */
export function projectName(text: string): string | Refusal {
  return plainName(text)
}

/** A project role goes to people of the organization only (C4): `must-be-member`. Invite the others first. */
export function mustBeOrganizationMember(person: { readonly isMember: boolean }): true | Refusal {
  return person.isMember ? true : new Refusal('must-be-member')
}
