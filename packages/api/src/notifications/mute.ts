import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { ownAccount } from '../identity/store.ts'
import { UNCHANGED } from '../platform/command.ts'
import { nothingToPrepare, type OpenContext, openCommand } from '../platform/open-command.ts'
import { acquainted, isMuted, setMuted } from './store.ts'

const Named = z.strictObject({ organization: z.string().min(1).max(100) })

/**
 * Stops the mail of one organization to the caller from now on (O14): memberships, permissions and invitations stay
 * as they are, and an invitation still shows in their account. Refuses with `not-found` for an organization that
 * they have nothing to do with.
 */
export const muteOrganization = openCommand({
  opensTo: 'signed-in',
  records: 'identity.muted',
  input: Named,
  prepare: nothingToPrepare,
  run: (context, input) => change(context, input, true),
})

/** Lets the mail of an organization through again. Refuses with `not-found` like muting. */
export const unmuteOrganization = openCommand({
  opensTo: 'signed-in',
  records: 'identity.unmuted',
  input: Named,
  prepare: nothingToPrepare,
  run: (context, input) => change(context, input, false),
})

async function change(
  { tx, actor, now }: OpenContext<'signed-in'>,
  { organization: named }: z.output<typeof Named>,
  muted: boolean,
) {
  const account = await ownAccount(tx, actor)
  const found = await acquainted(tx, { ...account, verified: account.verifiedAt !== null }, named)
  if (!found) throw new Refusal('not-found')
  const organization = found.id
  if ((await isMuted(tx, account.id, organization)) === muted)
    return { result: {}, audit: UNCHANGED } as const
  await setMuted(tx, { user: account.id, organization, muted, now })
  return {
    result: {},
    audit: { target: { kind: 'user', id: account.id }, facts: { organization } },
    people: [account.id],
  } as const
}
