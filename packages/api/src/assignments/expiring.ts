import {
  type AssignmentId,
  decide,
  type EndingState,
  endingState,
  type GroupId,
  type Instant,
  type MemberId,
  type OrganizationId,
  orThrow,
  Refusal,
  type RefusalCode,
} from '@roster/domain'
import { z } from 'zod'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { projectsOpenTo } from '../platform/project.ts'
import { query } from '../platform/query.ts'
import type { Row } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { ProjectRef } from '../projects/rows.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { plannedIds, planOf } from './plan.ts'

const DAY = 24 * 60 * 60 * 1_000
/** What ended by itself is listed for this long; it stays on the page of the person and of the project. */
const LISTED_DAYS_AFTER = 30
const MOST = 200

/** A role that ends by itself, or has. */
export interface Ending {
  readonly assignment: AssignmentId
  readonly subject:
    | { readonly kind: 'member'; readonly member: MemberId; readonly person: Person | null }
    | { readonly kind: 'group'; readonly group: GroupId; readonly name: string }
  readonly project: ProjectRef | null
  readonly role: RoleRef
  readonly since: Instant
  readonly expiresAt: Instant
  readonly state: EndingState
  readonly by: Person | null
  readonly reason: string | null
  /** Why the caller may not renew it, or null when they may. */
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

export interface Endings {
  readonly items: readonly Ending[]
  /** Whether there are more than are listed. */
  readonly more: boolean
}

/**
 * What ends within so many days and what has ended in the last thirty, soonest first: of the whole organization as
 * far as the caller may see it, or of one project (`not-permitted` without `project.members.read` there).
 */
export const listEndings = query({
  permission: 'members.read',
  input: inOrganization({ within: z.int().min(1).max(3_650).default(30), project: IdOf('prj').optional() }),
  async run(context, { within }): Promise<Endings> {
    const { db, organization, held, now, project } = context
    if (project) orThrow(decide(held, 'project.members.read', project.id))
    const open = project ? [project.id] : projectsOpenTo(held)
    const rows = await endings(db, {
      organization: organization.id,
      after: now - LISTED_DAYS_AFTER * DAY,
      before: now + within * DAY,
      projects: open && JSON.stringify(open),
      groups: decide(held, 'groups.read') instanceof Refusal ? 0 : 1,
      take: MOST + 1,
    })
    const listed = rows.slice(0, MOST)
    const people = await peopleOf(
      db,
      organization.id,
      listed.flatMap((row) => [row.user_id, row.given_by].filter((id) => id !== null)),
    )
    const renewals = await planOf(db, context, listed.map(renewalOf(now)), plannedIds())
    return {
      more: rows.length > MOST,
      items: listed.map((row, index): Ending => {
        const outcome = renewals[index]?.outcome
        return {
          assignment: row.id,
          subject: row.member_id
            ? {
                kind: 'member',
                member: row.member_id,
                person: (row.user_id && people.get(row.user_id)) ?? null,
              }
            : { kind: 'group', group: row.group_id ?? 'grp_', name: row.group_name ?? '' },
          project: row.project_id && {
            ...{ id: row.project_id, name: row.project_name ?? '', archived: row.archived_at !== null },
          },
          role: roleRef({ id: row.role_id, key: row.key, name: row.role_name }),
          since: row.since,
          expiresAt: row.expires_at,
          state: endingState(row.expires_at, now),
          by: (row.given_by && people.get(row.given_by)) ?? null,
          reason: row.reason,
          refusal: outcome instanceof Refusal ? { code: outcome.code, message: outcome.message } : null,
        }
      }),
    }
  },
})

const renewalOf = (now: Instant) => (row: EndingRow) => ({
  subject: row.member_id ? { member: row.member_id } : { group: row.group_id ?? ('grp_' as const) },
  project: row.project_id,
  role: row.role_id,
  expiresAt: Math.max(now, row.expires_at) + DAY,
  reason: row.reason,
})

interface EndingRow
  extends Pick<
    Row<'assignment'>,
    'id' | 'member_id' | 'group_id' | 'project_id' | 'role_id' | 'since' | 'given_by' | 'reason'
  > {
  readonly expires_at: Instant
  readonly user_id: Row<'member'>['user_id'] | null
  readonly group_name: string | null
  readonly project_name: string | null
  readonly archived_at: Instant | null
  readonly key: string | null
  readonly role_name: string
}

const endings = statement<
  {
    readonly organization: OrganizationId
    readonly after: Instant
    readonly before: Instant
    readonly projects: string | null
    readonly groups: number
    readonly take: number
  },
  EndingRow
>(`
  select a.id, a.member_id, a.group_id, a.project_id, a.role_id, a.since, a.expires_at, a.given_by, a.reason,
         m.user_id, g.name as group_name, p.name as project_name, p.archived_at, r.key, r.name as role_name
    from assignment a
    join role r on r.id = a.role_id
    left join member m on m.id = a.member_id
    left join "group" g on g.id = a.group_id
    left join project p on p.id = a.project_id
    where a.organization_id = :organization and a.until is null and a.expires_at is not null
      and a.expires_at > :after and a.expires_at <= :before and a.invitation_id is null
      and (:projects is null or a.project_id in (select value from json_each(:projects)))
      and (a.group_id is null or :groups = 1)
    order by a.expires_at, a.id limit :take
`)
