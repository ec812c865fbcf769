import {
  canonicalEmail,
  canonicalUsername,
  isId,
  type MemberId,
  type OrganizationId,
  Refusal,
  type ServiceAccountId,
  type UserId,
} from '@roster/domain'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { SubjectType } from './asking.ts'

/** Somebody, or some program, that is a member at this moment and may sign in or be called by. */
export interface FoundSubject {
  readonly member: MemberId
  readonly user: UserId
  readonly type: SubjectType
  readonly serviceAccount: ServiceAccountId | null
}

/**
 * Who is meant by an id, a proven email address or a username, among those who are members at this moment; null for
 * everybody else, also for an account that was disabled: it may do nothing.
 */
export async function subjectNamed(
  db: Reads,
  organization: OrganizationId,
  text: string,
): Promise<FoundSubject | null> {
  const [find, named] = wayTo(text)
  if (!find) return null
  const [row] = await find(db, { organization, named })
  if (!row) return null
  const { member, user, service } = row
  return { member, user, type: service === null ? 'user' : 'service_account', serviceAccount: service }
}

type Find = ReturnType<typeof found>

function wayTo(text: string): readonly [Find | null, string] {
  if (isId('usr', text)) return [byUser, text]
  if (isId('mem', text)) return [byMember, text]
  if (isId('svc', text)) return [byAccount, text]
  const canonical = text.includes('@') ? canonicalEmail(text) : canonicalUsername(text)
  if (canonical instanceof Refusal) return [null, text]
  return [text.includes('@') ? byEmail : byUsername, canonical]
}

interface Row {
  readonly member: MemberId
  readonly user: UserId
  readonly service: ServiceAccountId | null
}

// Whoever keeps an address they never proved must not be taken for whoever it belongs to.
const found = (from: string) =>
  statement<{ readonly organization: OrganizationId; readonly named: string }, Row>(`
    select m.id as member, m.user_id as user, s.id as service
      from ${from}
      left join service_account s on s.member_id = m.id
  `)
const ABLE = 'u.disabled_at is null and u.deleted_at is null'
const MEMBER = 'm.organization_id = :organization and m.until is null'
const byUser = found(`user u join member m on m.user_id = u.id and ${MEMBER} and u.id = :named and ${ABLE}`)
const byMember = found(`member m join user u on u.id = m.user_id and ${ABLE} and m.id = :named and ${MEMBER}`)
const byEmail = found(
  `user u join member m on m.user_id = u.id and ${MEMBER}
     and u.email = :named and u.email_verified_at is not null and ${ABLE}`,
)
const byUsername = found(
  `user u join member m on m.user_id = u.id and ${MEMBER} and u.username = :named and ${ABLE}`,
)
const byAccount = found(
  `service_account a join member m on m.id = a.member_id and ${MEMBER} and a.id = :named
     join user u on u.id = m.user_id and ${ABLE}`,
)
