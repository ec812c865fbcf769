import { setImmediate as breathe } from 'node:timers/promises'
import {
  type HeldAssignment,
  isAllowed,
  type MemberId,
  mayAsk,
  orThrow,
  type Permission,
  Refusal,
} from '@roster/domain'
import { assignmentsOf } from '../platform/access.ts'
import type { Asking, Question, SubjectType } from './asking.ts'
import { NOWHERE, type Place, placeNamed } from './place.ts'
import { type FoundSubject, subjectNamed } from './subject.ts'

/** What came of a question; the subject and the place are set where the answer is yes. */
export type Verdict =
  | { readonly allowed: false }
  | {
      readonly allowed: true
      readonly subject: FoundSubject
      readonly place: Place
      readonly permission: Permission
    }

const NO: Verdict = { allowed: false }
/** So many questions are answered in one go; between two goes others are served. */
const AT_ONCE = 100

/** Answers questions by the rule that every call of Roster is let in by, each subject and place looked up once. */
export class Evaluator {
  readonly #asking: Asking
  readonly #subjects = new Map<string, FoundSubject | null>()
  readonly #places = new Map<string | undefined, Place | typeof NOWHERE>()
  readonly #held = new Map<MemberId, readonly HeldAssignment[]>()

  constructor(asking: Asking) {
    this.#asking = asking
  }

  /**
   * Whether the subject may do it there. No for who is no member and for where the caller may not know of: neither is
   * told apart from a plain no. Refuses with `not-permitted` a caller who may not ask.
   */
  async answer({ subject: named, type, permission, at }: Question): Promise<Verdict> {
    const place = await this.#place(at)
    if (place === NOWHERE) return NO
    const subject = await this.subject(named, type)
    orThrow(this.mayAsk(subject, permission, place))
    if (!subject) return NO
    const held = await this.held(subject.member)
    const allowed = isAllowed(held, permission, place?.id)
    return allowed ? { allowed, subject, place, permission } : NO
  }

  /** Whether the caller may ask this of that subject, or of somebody who is not there (null). */
  mayAsk(subject: FoundSubject | null, permission: Permission, place: Place): true | Refusal {
    const { held, member } = this.#asking
    return mayAsk({ held, own: subject?.member === member, permission, at: place?.id ?? null })
  }

  async subject(named: string, type?: SubjectType): Promise<FoundSubject | null> {
    let found = this.#subjects.get(named)
    if (found === undefined) {
      found = await subjectNamed(this.#asking.db, this.#asking.organization.id, named)
      this.#subjects.set(named, found)
    }
    return type === undefined || found?.type === type ? found : null
  }

  /** Everything the member holds at this moment. */
  async held(member: MemberId): Promise<readonly HeldAssignment[]> {
    const known = this.#held.get(member)
    if (known) return known
    const { db, organization, now } = this.#asking
    const held = await assignmentsOf(db, organization, member, now)
    this.#held.set(member, held)
    return held
  }

  async #place(at: string | undefined): Promise<Place | typeof NOWHERE> {
    const known = this.#places.get(at)
    if (known !== undefined) return known
    const place = await placeNamed(this.#asking, at)
    this.#places.set(at, place)
    return place
  }
}

/** Answers many questions in their order: each with what came of it, or with why the caller may not ask it. */
export async function evaluateEach(
  asking: Asking,
  questions: readonly Question[],
): Promise<readonly (Verdict | Refusal)[]> {
  const evaluator = new Evaluator(asking)
  const verdicts: (Verdict | Refusal)[] = []
  for (const question of questions) {
    if (verdicts.length > 0 && verdicts.length % AT_ONCE === 0) await breathe()
    try {
      verdicts.push(await evaluator.answer(question))
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason
      verdicts.push(reason)
    }
  }
  return verdicts
}

/** The same for a caller who must be allowed to ask all of them: else refused, and told which. */
export async function evaluateAll(
  asking: Asking,
  questions: readonly Question[],
): Promise<readonly Verdict[]> {
  const verdicts = await evaluateEach(asking, questions)
  return verdicts.map((verdict, place) => {
    if (!(verdict instanceof Refusal)) return verdict
    throw new Refusal(verdict.code, { ...verdict.facts, field: `checks.${place}` })
  })
}
