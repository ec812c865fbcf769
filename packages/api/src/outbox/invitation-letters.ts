import { canonicalEmail, emailDomain, expired, isId, Refusal } from '@roster/domain'
import { type InvitationEdition, invitation as invitationMail, welcome } from '@roster/mail'
import type { Deps } from '../platform/call.ts'
import type { Row } from '../platform/schema.ts'
import { ownWords } from '../templates/store.ts'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'
import { textFact } from './facts.ts'

/** The link a mailed invitation carries; following it also proves the mailbox. */
export function mailedLink(deps: Deps, invitation: Pick<Row<'invitation'>, 'id' | 'generation'>): string {
  const secret = deps.links.secret('invitation-mailed', invitation.id, invitation.generation)
  return `${deps.instance.url}/invitations/${invitation.id}#m.${secret}`
}

export const composeInvitation: Compose = async (deps, message, now) => {
  const found = await invitationOf(deps, message.reference_id)
  if (!found || found.message_id !== message.id) return null
  if (found.state !== 'pending' || expired({ state: found.state, expiresAt: found.expires_at }, now))
    return null
  const invitee = found.user_id ? await account(deps, found.user_id) : null
  const inviter = await account(deps, found.invited_by)
  const said = { organization: found.organization_name, role: found.role_name }
  // Whoever is not there any more is named as the mail names them.
  const values = { ...said, inviter: inviter?.name ?? found.organization_name }
  const own = found.template ? await ownWords(deps.reader, found.organization_id, 'invitation', values) : null
  const rendered = invitationMail({
    own,
    places: await placesOf(deps, found),
    organization: found.organization_name,
    role: found.role_name,
    roleSentence: found.role_description,
    inviter: inviter ? { name: inviter.name, address: domainOf(inviter.email) } : null,
    message: found.message,
    link: mailedLink(deps, found),
    expiresAt: found.expires_at,
    now,
    edition: editionOf(textFact(message.facts, 'edition')),
    host: hostOf(deps),
  })
  return { to: invitee?.email ?? found.email, account: invitee?.id ?? null, rendered }
}

export const composeWelcome: Compose = async (deps, message) => {
  const found = await invitationOf(deps, message.reference_id)
  const joined = found?.closed_by ? await account(deps, found.closed_by) : null
  if (!found || !joined || found.state !== 'accepted') return null
  const said = { organization: found.organization_name, role: found.role_name, name: joined.name }
  const rendered = welcome({
    own: await ownWords(deps.reader, found.organization_id, 'welcome', said),
    organization: found.organization_name,
    role: found.role_name,
    name: joined.name,
    link: `${deps.instance.url}/${found.organization_slug}`,
    host: hostOf(deps),
  })
  return { to: joined.email, account: joined.id, rendered }
}

/** The projects and groups it leads to, but for archived projects, which nobody joins. */
async function placesOf(
  deps: Deps,
  { id, organization_id: organization }: Pick<Row<'invitation'>, 'id' | 'organization_id'>,
) {
  const projects = await deps.reader
    .selectFrom('assignment as a')
    .innerJoin('project as p', 'p.id', 'a.project_id')
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select(['p.name', 'r.name as role'])
    .where('a.organization_id', '=', organization)
    .where('a.invitation_id', '=', id)
    .where('a.until', 'is', null)
    .where('p.archived_at', 'is', null)
    .orderBy('p.name_key')
    .execute()
  const groups = await deps.reader
    .selectFrom('group_member as m')
    .innerJoin('group as g', 'g.id', 'm.group_id')
    .select('g.name')
    .where('m.organization_id', '=', organization)
    .where('m.invitation_id', '=', id)
    .where('m.until', 'is', null)
    .orderBy('g.name_key')
    .execute()
  return [...projects, ...groups.map(({ name }) => ({ name, role: null }))]
}

async function invitationOf(deps: Deps, id: string) {
  if (!isId('inv', id)) return undefined
  return deps.reader
    .selectFrom('invitation as i')
    .innerJoin('organization as o', 'o.id', 'i.organization_id')
    .innerJoin('assignment as a', (join) =>
      join
        .onRef('a.organization_id', '=', 'i.organization_id')
        .onRef('a.invitation_id', '=', 'i.id')
        .on('a.project_id', 'is', null),
    )
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .selectAll('i')
    .select([
      'o.name as organization_name',
      'o.slug as organization_slug',
      'r.name as role_name',
      'r.description as role_description',
    ])
    .where('i.id', '=', id)
    .where('o.until', 'is', null)
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function editionOf(text: string | null): InvitationEdition {
  return text === 'again' || text === 'changed' || text === 'reminder' ? text : 'first'
}

function domainOf(address: string): string | null {
  const email = canonicalEmail(address)
  return email instanceof Refusal ? null : emailDomain(email)
}
