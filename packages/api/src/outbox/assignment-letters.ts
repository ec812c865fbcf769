import { isId, live } from '@roster/domain'
import { assignmentEnding } from '@roster/mail'
import type { Deps } from '../platform/call.ts'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'
import { textFact } from './facts.ts'

/** That access ends soon, to whoever holds it or gave it; pointless once it was renewed, ended or has expired. */
export const composeAssignmentEnding: Compose = async (deps, message, now) => {
  const found = await assignmentOf(deps, message.reference_id)
  const reader = await account(deps, textFact(message.facts, 'to') ?? '')
  if (!found || !reader || found.expires_at === null) return null
  if (!live({ since: found.since, until: found.until, expiresAt: found.expires_at }, now)) return null
  const here = `${deps.instance.url}/${found.slug}`
  const rendered = assignmentEnding({
    name: reader.name,
    holder:
      found.user_id === reader.id
        ? { kind: 'you' }
        : found.group === null
          ? { kind: 'person', name: found.person ?? '' }
          : { kind: 'group', name: found.group },
    organization: found.organization,
    project: found.project,
    role: found.role,
    expiresAt: found.expires_at,
    now,
    link: found.project_id ? `${here}/projects/${found.project_id}` : here,
    host: hostOf(deps),
  })
  return { to: reader.email, rendered }
}

async function assignmentOf(deps: Deps, id: string) {
  if (!isId('asg', id)) return undefined
  return deps.reader
    .selectFrom('assignment as a')
    .innerJoin('organization as o', 'o.id', 'a.organization_id')
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .leftJoin('project as p', 'p.id', 'a.project_id')
    .leftJoin('group as g', 'g.id', 'a.group_id')
    .leftJoin('member as m', 'm.id', 'a.member_id')
    .leftJoin('user as u', 'u.id', 'm.user_id')
    .select(['a.since', 'a.until', 'a.expires_at', 'a.project_id', 'm.user_id'])
    .select(['o.name as organization', 'o.slug', 'r.name as role', 'p.name as project', 'g.name as group'])
    .select(({ fn }) => fn.coalesce('m.display_name', 'u.name').as('person'))
    .where('a.id', '=', id)
    .where('o.until', 'is', null)
    .executeTakeFirst()
}
