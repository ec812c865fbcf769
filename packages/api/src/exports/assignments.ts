import { type AssignmentId, decide, type Instant, Refusal } from '@roster/domain'
import { sql } from 'kysely'
import { type ExportRows, iso, ROWS_AT_ONCE } from '../platform/export-row.ts'
import { listed } from '../platform/listed.ts'
import { projectsOpenTo } from '../platform/project.ts'
import type { QueryContext } from '../platform/query.ts'
import type { ExportAsked } from './asked.ts'

interface AssignmentRow {
  readonly id: AssignmentId
  readonly kind: 'member' | 'group' | 'service-account'
  readonly subject: string
  readonly name: string
  readonly email: string | null
  readonly role: string
  readonly role_id: string
  readonly project: string | null
  readonly project_id: string | null
  readonly since: Instant
  readonly expires_at: Instant | null
  readonly given_by: string | null
  readonly reason: string | null
}

/**
 * Who holds which role where, people and groups, in the order in which it was given; one role only, if asked. As
 * everywhere, people in projects take `project.members.read` there, and groups `groups.read`.
 */
export async function* assignmentRows(
  { db, organization, held }: QueryContext,
  { role, project }: ExportAsked,
): ExportRows {
  const open = projectsOpenTo(held)
  const seen = sql`${open === null ? 1 : sql`(a.project_id is null or a.project_id in ${listed(open)})`}
    and ${decide(held, 'groups.read') instanceof Refusal ? sql`a.group_id is null` : 1}`
  let after = ''
  for (;;) {
    const { rows } = await sql<AssignmentRow>`
      select a.id, iif(u.kind = 'service', 'service-account', iif(a.group_id is null, 'member', 'group')) as kind,
             ifnull(a.member_id, a.group_id) as subject,
             coalesce(g.name, m.display_name, u.name) as name, u.email, r.name as role, a.role_id,
             p.name as project, a.project_id, a.since, a.expires_at, b.name as given_by, a.reason
        from assignment a
        join role r on r.id = a.role_id
        left join member m on m.id = a.member_id
        left join user u on u.id = m.user_id
        left join "group" g on g.id = a.group_id
        left join project p on p.id = a.project_id
        left join user b on b.id = a.given_by
        where a.organization_id = ${organization.id} and a.id > ${after} and a.until is null
          and a.invitation_id is null and ${seen}
          and (${role ?? null} is null or a.role_id = ${role ?? null})
          and (${project ?? null} is null or a.project_id = ${project ?? null})
        order by a.id limit ${ROWS_AT_ONCE}
    `.execute(db)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows.map(({ id, kind, subject, ...row }) => ({
      assignment: id,
      kind,
      subject,
      ...row,
      since: iso(row.since),
      expires_at: iso(row.expires_at),
    }))
  }
}
