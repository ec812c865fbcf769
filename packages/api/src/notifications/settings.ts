import { type Instant, NOTIFICATION_KINDS, type NotificationKind, type OrganizationId } from '@roster/domain'
import { z } from 'zod'
import { openQuery } from '../platform/query.ts'
import { switchedOff } from './store.ts'

export interface NotificationSettings {
  /** Every kind of mail that can be switched off, and whether it is on. */
  readonly kinds: readonly { readonly kind: NotificationKind; readonly wanted: boolean }[]
  readonly muted: readonly {
    readonly id: OrganizationId
    readonly name: string
    readonly slug: string
    readonly since: Instant
  }[]
}

/** Which mail the caller gets (O16), and the organizations they muted (O14). */
export const notificationSettings = openQuery({
  opensTo: 'signed-in',
  input: z.strictObject({}),
  async run({ db, actor }): Promise<NotificationSettings> {
    const off = await switchedOff(db, actor.id)
    const muted = await db
      .selectFrom('mute as m')
      .innerJoin('organization as o', 'o.id', 'm.organization_id')
      .select(['o.id', 'o.name', 'o.slug', 'm.since'])
      .where('m.user_id', '=', actor.id)
      .where('o.until', 'is', null)
      .execute()
    return {
      kinds: NOTIFICATION_KINDS.map((kind) => ({ kind, wanted: !off.has(kind) })),
      muted: muted.sort((one, other) => other.since - one.since),
    }
  },
})
