import type { AuditAction, OrganizationId, UserId } from '@roster/domain'

/** The subject of an action of the audit trail, and the slice whose pages show it. */
const SLICE_OF = {
  instance: 'identity',
  identity: 'identity',
  organization: 'organizations',
  member: 'members',
  invitation: 'invitations',
  role: 'roles',
  project: 'projects',
  group: 'groups',
  assignment: 'assignments',
  request: 'requests',
  domain: 'domains',
  template: 'templates',
  onboarding: 'onboarding',
  review: 'reviews',
  export: 'exports',
  import: 'imports',
  'service-account': 'service-accounts',
  key: 'keys',
  webhook: 'webhooks',
  audit: 'audit',
  change: 'audit',
} as const satisfies Record<Subject<AuditAction>, string>

type Subject<Action> = Action extends `${infer Word}.${string}` ? Word : never
export type Slice = (typeof SLICE_OF)[keyof typeof SLICE_OF]

/** The slice whose pages show an action. */
export function sliceOf(action: AuditAction): Slice {
  const subject = action.slice(0, action.indexOf('.'))
  if (!isSubject(subject)) throw new TypeError(`no slice shows ${action}`)
  return SLICE_OF[subject]
}

function isSubject(word: string): word is keyof typeof SLICE_OF {
  return Object.hasOwn(SLICE_OF, word)
}

/** Something was changed: the slice whose pages show it, and where. Says nothing of what, so that it can go to anyone in there. */
export interface Change {
  readonly slice: Slice
  readonly organization: OrganizationId | null
  /** People whose own pages it touches wherever they are: their memberships, their invitations. */
  readonly people?: readonly UserId[]
}

type Listener = (change: Change) => void

/** Tells open pages, in this one process, of what has been committed. */
export class Changes {
  readonly #listeners = new Set<Listener>()

  publish(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  /** Calls the listener for each change until the answer is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How many listen at the moment. */
  get listening(): number {
    return this.#listeners.size
  }
}
