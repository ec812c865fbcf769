import {
  type GroupId,
  type HeldAssignment,
  type Instant,
  type MemberId,
  mayChangeMembers,
  type ProjectTerm,
  Refusal,
  type RoleId,
} from '@roster/domain'
import { type GivenRole, givenBy, mayGiveTo } from '../groups/given.ts'
import { isManagerOf } from '../groups/target.ts'
import { refusePlaces } from '../invitations/places-offered.ts'
import { type OfferedRole, roleOffered } from '../invitations/role-offered.ts'
import type { Actor, Organization } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'

/** Who imports, and when. */
export interface Importing {
  readonly actor: Actor
  readonly organization: Organization
  readonly member: MemberId
  readonly held: readonly HeldAssignment[]
  readonly now: Instant
  /** Kept with every role that is given. */
  readonly reason: string | null
}

/** What the caller may give, by the rules of inviting and of groups, each asked once for all rows. */
export class Rights {
  readonly #db: Reads
  readonly #importing: Importing
  readonly #roles = new Map<RoleId | undefined, OfferedRole | Refusal>()
  readonly #offers = new Map<string, true | Refusal>()
  readonly #groups = new Map<GroupId, readonly GivenRole[] | Refusal>()

  constructor(db: Reads, importing: Importing) {
    this.#db = db
    this.#importing = importing
  }

  /** The role that invitations give: the one asked for, or the usual one. Refuses as `roleOffered` says. */
  role(asked: RoleId | undefined): Promise<OfferedRole | Refusal> {
    return once(this.#roles, asked, () => roleOffered(this.#db, this.#importing, asked))
  }

  /** Whether an invitation may lead to this project with this role. Refuses as `refusePlaces` says. */
  project(term: ProjectTerm): Promise<true | Refusal> {
    return once(this.#offers, `${term.project} ${term.role}`, async (): Promise<true> => {
      await refusePlaces(this.#db, this.#importing, { projects: [term], groups: [] })
      return true
    })
  }

  /** Whether an invitation may lead into this group. */
  group(group: GroupId): Promise<true | Refusal> {
    return once(this.#offers, group, async (): Promise<true> => {
      await refusePlaces(this.#db, this.#importing, { projects: [], groups: [group] })
      return true
    })
  }

  /** Whether somebody who is a member may be put into this group. Refuses as adding members does. */
  async intoGroup(group: GroupId, member: MemberId): Promise<true | Refusal> {
    const { organization, held, now, member: own } = this.#importing
    const given = await once(this.#groups, group, async () => {
      const isManager = await isManagerOf(this.#db, this.#importing, group)
      const allowed = mayChangeMembers(held, { isManager })
      return allowed === true ? givenBy(this.#db, organization, group, now) : allowed
    })
    return given instanceof Refusal ? given : mayGiveTo({ held, member: own }, given, member)
  }
}

/** The answer from before, or a new one; what is thrown as a refusal is one. */
async function once<Key, Value>(
  known: Map<Key, Value | Refusal>,
  key: Key,
  ask: () => Promise<Value | Refusal>,
): Promise<Value | Refusal> {
  const before = known.get(key)
  if (before !== undefined) return before
  const answer = await ask().catch((reason: unknown) => {
    if (reason instanceof Refusal) return reason
    throw reason
  })
  known.set(key, answer)
  return answer
}
