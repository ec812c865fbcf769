import {
  canonicalEmail,
  DAY,
  emailDomain,
  isStandard,
  Refusal,
  type TemplateKind,
  type TemplateText,
} from '@roster/domain'
import { invitation, type Rendered, welcome } from '@roster/mail'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { rolesAt } from '../roles/store.ts'
import { checkedText, Kind, Text } from './input.ts'
import { filledText } from './store.ts'

/** Stands for somebody who is invited. */
const SOMEBODY = 'Alex Example'

/**
 * The mail as it would go out with this text: from the caller, with the default role. Its link leads nowhere.
 * Refuses as `checkTemplate` says.
 */
export const previewTemplate = query({
  permission: 'organization.update',
  input: inOrganization({ kind: Kind, ...Text }),
  async run({ db, organization, actor, now, instance }, { kind, ...asked }): Promise<Rendered> {
    const text = checkedText(kind, asked)
    const roles = await rolesAt(db, organization, 'organization')
    const role = roles.find(({ key }) => key === organization.policies.defaultRole)
    const sender = await db
      .selectFrom('user')
      .select(['name', 'email'])
      .where('id', '=', actor.id)
      .executeTakeFirstOrThrow()
    const host = new URL(instance.url).host
    const said = { organization: organization.name, role: role?.name ?? '' }
    if (kind === 'welcome') {
      const own = wordsOf(kind, text, { ...said, name: SOMEBODY })
      return welcome({ ...said, name: SOMEBODY, own, link: `${instance.url}/${organization.slug}`, host })
    }
    return invitation({
      ...said,
      roleSentence: role?.description ?? '',
      inviter: { name: sender.name, address: domainOf(sender.email ?? '') },
      message: null,
      own: wordsOf(kind, text, { ...said, inviter: sender.name }),
      link: `${instance.url}/invitations`,
      expiresAt: now + organization.policies.expiryDays.default * DAY,
      now,
      edition: 'first',
      host,
    })
  },
})

function wordsOf(kind: TemplateKind, text: TemplateText, values: Readonly<Record<string, string>>) {
  return isStandard(kind, text) ? null : filledText(text, values)
}

function domainOf(address: string): string | null {
  const email = canonicalEmail(address)
  return email instanceof Refusal ? null : emailDomain(email)
}
