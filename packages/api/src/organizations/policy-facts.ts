import { effectivePermissions, type ProjectId } from '@roster/domain'
import { sql } from 'kysely'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'

/** What there is beside the policies, for whoever reads or changes them. */
export interface PolicyFacts {
  /** Who sits: members and open invitations together count against a limit. */
  readonly seats: { readonly members: number; readonly invitations: number }
  /** Members who are in another organization too, counted among the first few thousand; null without leave to see members. */
  readonly elsewhere: number | null
  /** The projects that new members join; null without leave to change policies, since some may be private. */
  readonly defaultProjects:
    | readonly { readonly id: ProjectId; readonly name: string; readonly role: string }[]
    | null
}

const COUNT_AT_MOST = 1_000
/** Members looked at for that, at the most. */
const LOOK_AT_MOST = 5_000

/** What the page of policies shows beside them. */
export const policyFacts = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, organization, held }): Promise<PolicyFacts> {
    const permissions = effectivePermissions(held)
    const { members, invitations } = await db
      .selectFrom('organization_total')
      .select(['members', 'invitations'])
      .where('organization_id', '=', organization.id)
      .executeTakeFirstOrThrow()
    return {
      seats: { members, invitations },
      elsewhere: permissions.has('members.read') ? await elsewhere(db, organization.id) : null,
      defaultProjects: permissions.has('organization.update')
        ? await db
            .selectFrom('project as p')
            .innerJoin('role as r', (join) =>
              join
                .onRef('r.organization_id', '=', 'p.organization_id')
                .onRef('r.id', '=', 'p.default_role_id'),
            )
            .select(['p.id', 'p.name', 'r.name as role'])
            .where('p.organization_id', '=', organization.id)
            .where('p.until', 'is', null)
            .where('p.default_role_id', 'is not', null)
            .where('p.archived_at', 'is', null)
            .orderBy('p.name_key')
            .execute()
        : null,
    }
  },
})

async function elsewhere(db: Reads, organization: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from (
        select user_id from member where organization_id = ${organization} and until is null limit ${LOOK_AT_MOST}
      ) here
      where exists (
        select 1 from member m join organization o on o.id = m.organization_id and o.until is null
          where m.user_id = here.user_id and m.until is null and m.organization_id <> ${organization}
      )
      limit ${COUNT_AT_MOST}
    )
  `.execute(db)
  return rows[0]?.count ?? 0
}
