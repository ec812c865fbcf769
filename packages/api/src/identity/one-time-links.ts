import {
  type Email,
  type Instant,
  isEmail,
  isId,
  type NewId,
  type OneTimeLinkId,
  type OrganizationId,
  Refusal,
  type UserId,
} from '@roster/domain'
import type { Deps } from '../platform/call.ts'
import type { LinkKey } from '../platform/links.ts'
import type { OneTimePurpose } from '../platform/schema.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { isSetUp } from './store.ts'

const HOUR = 60 * 60 * 1_000
const DAY = 24 * HOUR

/** How long each kind of link opens something. */
export const LIFETIMES: Readonly<Record<OneTimePurpose, number>> = {
  'set-up': 7 * DAY,
  'verify-email': 3 * DAY,
  'reset-password': HOUR,
  'change-email': DAY,
}

/** Kept so long after their end, so that somebody who asks can be told what became of a link. */
const KEPT_AFTER = 30 * DAY
/** A link is good once, so its secret has no second generation. */
const GENERATION = 1

export interface NewLink {
  readonly purpose: OneTimePurpose
  /** Null for the set-up link, and for the row that makes asking for an unknown account as much work. */
  readonly user: UserId | null
  /** The address it is mailed to, and which it proves. */
  readonly email: Email | null
  /** Somebody who asked on another's behalf, and the organization that let them. */
  readonly askedBy?: UserId
  readonly organization?: OrganizationId
}

/** Writes a link and answers its id; the secret is derived where the link is written out. Earlier links stay. */
export async function issueLink(
  tx: Transaction,
  { newId, now }: { readonly newId: NewId; readonly now: Instant },
  { purpose, user, email, askedBy, organization }: NewLink,
): Promise<OneTimeLinkId> {
  const id = newId('otl')
  await tx
    .insertInto('one_time_link')
    .values({
      id,
      purpose,
      user_id: user,
      email,
      created_at: now,
      expires_at: now + LIFETIMES[purpose],
      used_at: null,
      asked_by: askedBy ?? null,
      organization_id: organization ?? null,
    })
    .execute()
  return id
}

/** Where a link leads; its secret is in the fragment, which no server and no referrer ever sees. */
const PAGES: Readonly<Record<Exclude<OneTimePurpose, 'set-up'>, string>> = {
  'verify-email': 'verify',
  'reset-password': 'reset',
  'change-email': 'confirm-email',
}

/** A link whole, with its secret: for a mail, or for whoever holds the box. */
export function linkWritten(
  { links, instance }: Pick<Deps, 'links' | 'instance'>,
  purpose: keyof typeof PAGES,
  id: OneTimeLinkId,
): string {
  return `${instance.url}/${PAGES[purpose]}/${id}#${links.secret(purpose, id, GENERATION)}`
}

export interface OpenedLink {
  readonly id: OneTimeLinkId
  readonly user: UserId | null
  readonly email: Email | null
}

/**
 * What a link with this id and secret opens. Refuses with `link-invalid`, whether it never existed, is for
 * something else, was used, or has run out by the clock.
 */
export async function openLink(
  db: Reads,
  { links, now }: { readonly links: LinkKey; readonly now: Instant },
  { purpose, id, secret }: { readonly purpose: OneTimePurpose; readonly id: string; readonly secret: string },
): Promise<OpenedLink> {
  if (!isId('otl', id) || !links.opens(secret, purpose, id, GENERATION)) throw new Refusal('link-invalid')
  const link = await db
    .selectFrom('one_time_link')
    .select(['user_id', 'email', 'expires_at'])
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (!link || now >= link.expires_at) throw new Refusal('link-invalid')
  return { id, user: link.user_id, email: link.email && isEmail(link.email) ? link.email : null }
}

/** Opens a link and uses it up, in one transaction. Refuses with `link-invalid`. */
export async function spendLink(
  tx: Transaction,
  context: { readonly links: LinkKey; readonly now: Instant },
  given: { readonly purpose: OneTimePurpose; readonly id: string; readonly secret: string },
): Promise<OpenedLink> {
  const link = await openLink(tx, context, given)
  await tx.updateTable('one_time_link').set({ used_at: context.now }).where('id', '=', link.id).execute()
  return link
}

/** Makes every open link of these purposes void, for one person, or the ones that belong to nobody. */
export async function voidLinks(
  tx: Transaction,
  now: Instant,
  user: UserId | null,
  purposes: readonly OneTimePurpose[],
): Promise<void> {
  await tx
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('user_id', user === null ? 'is' : '=', user)
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .execute()
}

/**
 * A new set-up link, good once and for 7 days, whole with its secret in the fragment; earlier ones are void. Null
 * once Roster is set up. For the server, at each start: whoever reads its log becomes the first owner.
 */
export function issueSetUpLink(deps: Deps): Promise<string | null> {
  const now = deps.clock()
  return deps.writer.run(async (tx) => {
    if (await isSetUp(tx)) return null
    await voidLinks(tx, now, null, ['set-up'])
    const id = await issueLink(tx, { newId: deps.newId, now }, { purpose: 'set-up', user: null, email: null })
    return `${deps.instance.url}/setup#${id}.${deps.links.secret('set-up', id, GENERATION)}`
  })
}

/** Takes out links that ran out a month ago and answers how many. Run it now and then. */
export function purgeOldLinks(deps: Pick<Deps, 'writer' | 'clock'>): Promise<number> {
  return deps.writer.run(async (tx) => {
    const gone = await tx
      .deleteFrom('one_time_link')
      .where('expires_at', '<=', deps.clock() - KEPT_AFTER)
      .executeTakeFirstOrThrow()
    return Number(gone.numDeletedRows)
  })
}
