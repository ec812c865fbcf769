import { DAY, type InvitationId, type UserId } from '@roster/domain'
import { addAccount, type House, type Part } from '../testing/house.ts'

type SendInput = Partial<Parameters<ReturnType<House['as']>['invitations']['send']>[0]>

/** Sends one invitation, which must succeed, and answers its id. */
export async function invite(
  home: House,
  recipient: string,
  { as = 'owner', ...input }: SendInput & { as?: Part } = {},
): Promise<InvitationId> {
  const [outcome] = await home
    .as(as)
    .invitations.send({ organization: 'acme', recipients: [recipient], ...input })
  if (!outcome?.ok) throw new Error(`not sent: ${JSON.stringify(outcome)}`)
  return outcome.result.invitation
}

/** What follows the # of the link in the mail; by default in the latest one. */
export async function mailedSecret(home: House, id: InvitationId, generation?: number): Promise<string> {
  const present = generation ?? (await row(home, id)).generation
  return `m.${home.deps.links.secret('invitation-mailed', id, present)}`
}

/** What follows the # of a copied link. */
export function copiedSecret(home: House, id: InvitationId, generation = 1): string {
  return `c.${home.deps.links.secret('invitation-copied', id, generation)}`
}

/** The invitation as it is stored. */
export function row({ database }: House, id: InvitationId) {
  return database.reader.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Sets the state of the latest mail of an invitation, as the worker would. */
export async function delivered(
  home: House,
  id: InvitationId,
  state: 'handed-over' | 'failed' = 'handed-over',
  outcome = '250 OK',
): Promise<void> {
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('message')
      .set({ state, outcome, attempts: 1, next_attempt_at: null, settled_at: home.now() })
      .where('reference_id', '=', id)
      .where('state', '=', 'queued')
      .execute(),
  )
}

/** An account outside every organization, with the address `name@acme.test` and the username `the-name`. */
export async function account(home: House, name: string, verified = true) {
  const made = await addAccount(home.deps, name, home.now())
  if (!verified) {
    await home.deps.writer.run((tx) =>
      tx.updateTable('user').set({ email_verified_at: null }).where('id', '=', made.id).execute(),
    )
  }
  return made
}

/** The actions on a chain, in order, with their targets and facts. */
export async function trail({ database }: House, chain: string) {
  const rows = await database.reader
    .selectFrom('audit_entry')
    .select('entry')
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute()
  return rows.map((entry) => JSON.parse(entry.entry))
}

/** Sets policies of acme without asking anybody. */
export async function policies(home: House, change: Record<string, unknown>): Promise<void> {
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('organization')
      .set({ policies: JSON.stringify(change) })
      .where('id', '=', home.acme)
      .execute(),
  )
}

/** The roles somebody holds at acme at the moment. */
export async function rolesOf({ database, acme }: House, user: UserId) {
  const rows = await database.reader
    .selectFrom('member as m')
    .innerJoin('assignment as a', 'a.member_id', 'm.id')
    .select(['a.role_id', 'a.project_id', 'a.given_by', 'm.source'])
    .where('m.organization_id', '=', acme)
    .where('m.user_id', '=', user)
    .where('m.until', 'is', null)
    .where('a.until', 'is', null)
    .execute()
  return rows
}

/** One invitation in every status there is. */
export async function oneOfEach(home: House) {
  const ids = new Map<string, Awaited<ReturnType<typeof invite>>>()
  const add = async (status: string, input: Parameters<typeof invite>[2] = {}) => {
    home.advance(3_600_000)
    const id = await invite(home, `${status}@x.test`, input)
    ids.set(status, id)
    return id
  }
  await add('deleted', { expiryDays: 1 })
  await add('expired', { expiryDays: 2 })
  home.advance(3 * DAY)
  await home.as('owner').invitations.remove({ organization: 'acme', invitations: [ids.get('deleted') ?? ''] })
  const revoked = await add('revoked')
  await home.as('owner').invitations.revoke({ organization: 'acme', invitations: [revoked] })
  for (const status of ['accepted', 'declined'] as const) {
    const person = await account(home, status)
    home.advance(3_600_000)
    const id = await invite(home, person.email)
    ids.set(status, id)
    const act = home.asUser(person.id).invitations[status === 'accepted' ? 'accept' : 'decline']
    await act({ invitation: id })
  }
  await add('superseded')
  await add('superseded')
  await delivered(home, await add('undeliverable'), 'failed', '550 5.1.1 no such user')
  await delivered(home, await add('expiring', { expiryDays: 1 }))
  await delivered(home, await add('active', { as: 'admin', role: home.roles.viewer }))
  await delivered(home, await add('never', { expiryDays: null }))
  await add('pending')
  return ids
}
