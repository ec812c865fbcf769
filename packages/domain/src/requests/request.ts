import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'

/** `void`: what was asked for has gone, or whoever asked has, before anybody answered. */
export const REQUEST_STATES = ['pending', 'approved', 'rejected', 'withdrawn', 'void'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** Why a request was approved: what makes membership necessary (O11). */
export const REQUEST_GROUNDS = ['members-only-data', 'collaboration', 'internal-visibility'] as const
export type RequestGround = (typeof REQUEST_GROUNDS)[number]

/** The grounds in the words of the form, and of the assignment that an approval gives. */
export const GROUND_WORDS: Readonly<
  Record<RequestGround, { readonly label: string; readonly sentence: string }>
> = {
  'members-only-data': {
    label: 'Members-only data',
    sentence: 'They need data that only members may see.',
  },
  collaboration: {
    label: 'Ongoing collaboration',
    sentence: 'They work with people here over a longer time.',
  },
  'internal-visibility': {
    label: 'Internal visibility',
    sentence: 'They need to see what is visible inside only.',
  },
}

/** The most characters of a reason, or of the message of an answer. */
export const MOST_REQUEST_TEXT = 1_000

/** How a closed request is told of in `request-closed`. */
const CLOSED_AS: Readonly<Record<Exclude<RequestState, 'pending'>, string>> = {
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  void: 'closed, for there is nothing left to answer,',
}

/** A request is answered or withdrawn once: `request-closed` says what became of it. */
export function mayAnswer(request: { readonly state: RequestState }): true | Refusal {
  return request.state === 'pending' || new Refusal('request-closed', { state: CLOSED_AS[request.state] })
}

/** A request is for its own person to withdraw; to everybody else it is not there (`not-found`). */
export function mayWithdraw<User extends string>(
  request: { readonly state: RequestState; readonly user: User },
  by: User,
): true | Refusal {
  return request.user === by ? mayAnswer(request) : new Refusal('not-found')
}

/** What a place says to somebody who asks for it. */
export interface Asked {
  /** What they ask to join. */
  readonly place:
    | { readonly kind: 'organization'; readonly joinRequests: boolean }
    | { readonly kind: 'project'; readonly visibility: string; readonly archivedAt: Instant | null }
  readonly isMember: boolean
  /** Whether they can open the project already. */
  readonly inProject: boolean
}

/**
 * Whether somebody may ask. For the organization: `already-member`, and `not-found` where it takes no requests,
 * because to somebody outside it does not exist. For a project: `must-be-member` (they ask to join the organization
 * first), `project-archived`, `project-not-open`, `nothing-to-request`.
 */
export function mayRequest({ place, isMember, inProject }: Asked): true | Refusal {
  if (place.kind === 'organization') {
    if (isMember) return new Refusal('already-member')
    return place.joinRequests || new Refusal('not-found')
  }
  if (!isMember) return new Refusal('must-be-member')
  if (place.archivedAt !== null) return new Refusal('project-archived')
  if (inProject) return new Refusal('nothing-to-request')
  return place.visibility === 'requests' || new Refusal('project-not-open')
}
