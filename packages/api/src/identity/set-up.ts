import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { foundOrganization } from '../organizations/found.ts'
import {
  Email,
  LinkSecret,
  OrganizationName,
  Password,
  PersonName,
  Slug,
  Username,
} from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import type { Reads } from '../platform/writer.ts'
import { beginSession } from './begin-session.ts'
import { tryLink } from './limits.ts'
import { openLink, spendLink } from './one-time-links.ts'
import { hashChosen } from './passwords.ts'
import { insertAccount, isSetUp, keepEmailUnique, keepUsernameUnique } from './store.ts'

/**
 * The first start: whoever holds the link out of the server's log becomes the first owner of the first
 * organization. Their address counts as verified, because the operator vouches for it. Refuses with `set-up-done`,
 * `link-invalid`, `weak-password`, `username-taken`, `email-taken`, `slug-taken`, `too-many-attempts` and `busy`.
 */
export const setUp = openCommand({
  opensTo: 'anyone',
  records: 'instance.set-up',
  input: z.strictObject({
    secret: LinkSecret,
    name: PersonName,
    username: Username,
    email: Email,
    password: Password,
    organization: z.strictObject({ name: OrganizationName, slug: Slug }),
  }),
  async prepare(call, { secret, name, username, email, password }) {
    await refuseSecondTime(call.reader)
    await tryLink(call, () => openLink(call.reader, call, linkIn(secret)))
    return hashChosen(password, { name, username, email }, 'password')
  },
  async run(context, { secret, organization: { name: organizationName, slug }, ...person }, passwordHash) {
    const { tx, newId, now } = context
    await refuseSecondTime(tx)
    await spendLink(tx, context, linkIn(secret))
    await keepUsernameUnique(tx, person.username)
    await keepEmailUnique(tx, person.email)
    const { name, username, email } = person
    const user = await insertAccount(tx, newId, { name, username, email, passwordHash, verified: true, now })
    const organization = { name: organizationName, slug, by: user, now }
    const founded = await foundOrganization(tx, newId, organization, 'setup')
    return {
      result: { organization: slug },
      audit: [{ target: { kind: 'user', id: user }, actor: user }, ...founded],
      people: [user],
      session: await beginSession(context, user),
    }
  },
})

async function refuseSecondTime(db: Reads): Promise<void> {
  if (await isSetUp(db)) throw new Refusal('set-up-done')
}

/** The set-up link has no page of its own per id, so its fragment carries both. */
function linkIn(fragment: string) {
  const [id = '', secret = ''] = fragment.split('.', 2)
  return { purpose: 'set-up', id, secret } as const
}
