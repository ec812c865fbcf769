import { isId } from '@roster/domain'
import { requestAnswered, requestMade } from '@roster/mail'
import type { Deps } from '../platform/call.ts'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'
import { textFact } from './facts.ts'

/** To somebody who may answer, while there is something to answer. */
export const composeRequestMade: Compose = async (deps, message) => {
  const found = await requestOf(deps, message.reference_id)
  const approver = await account(deps, textFact(message.facts, 'to') ?? '')
  const asker = found && (await account(deps, found.user_id))
  if (!found || !asker || !approver || found.state !== 'pending') return null
  if (!(await isMember(deps, found.organization_id, approver.id))) return null
  const rendered = requestMade({
    name: approver.name,
    organization: found.organization,
    project: found.project,
    asker: { name: asker.name, email: asker.email },
    reason: found.reason,
    link: `${deps.instance.url}/${found.slug}/requests`,
    host: hostOf(deps),
  })
  return { to: approver.email, account: approver.id, rendered }
}

/** To whoever asked. */
export const composeRequestAnswered: Compose = async (deps, message) => {
  const found = await requestOf(deps, message.reference_id)
  const asker = found && (await account(deps, found.user_id))
  if (!found || !asker || (found.state !== 'approved' && found.state !== 'rejected')) return null
  const rendered = requestAnswered({
    name: asker.name,
    organization: found.organization,
    project: found.project,
    role: found.state === 'approved' ? (found.role ?? '') : null,
    message: found.message,
    link: `${deps.instance.url}/account/requests`,
    host: hostOf(deps),
  })
  return { to: asker.email, account: asker.id, rendered }
}

async function requestOf(deps: Deps, id: string) {
  if (!isId('req', id)) return undefined
  return deps.reader
    .selectFrom('access_request as r')
    .innerJoin('organization as o', 'o.id', 'r.organization_id')
    .leftJoin('project as p', 'p.id', 'r.project_id')
    .leftJoin('role', 'role.id', 'r.role_id')
    .select(['r.organization_id', 'r.user_id', 'r.state', 'r.reason', 'r.message'])
    .select(['o.name as organization', 'o.slug', 'p.name as project', 'role.name as role'])
    .where('r.id', '=', id)
    .where('o.until', 'is', null)
    .executeTakeFirst()
}

async function isMember(deps: Deps, organization: string, user: string): Promise<boolean> {
  if (!isId('org', organization) || !isId('usr', user)) return false
  const row = await deps.reader
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
