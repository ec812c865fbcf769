import { maySeeKey, Refusal } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { type ListedKey, listedKeys } from './item.ts'
import { callerOf, countKeys, keyRows, seenKeys } from './store.ts'

export interface KeysPage {
  readonly items: readonly ListedKey[]
  readonly total: number
  readonly nextCursor: string | null
  readonly page: number
}

/**
 * The keys that have not been revoked, expired ones among them, the latest first: one's own, and everybody's with
 * `keys.manage`. Of one member (`for`), of a project, or only one's own (`mine`). Refuses with `not-permitted` for
 * another member's, and with `cursor-invalid`.
 */
export const listKeys = query({
  permission: 'organization.read',
  input: inOrganization({
    ...Paging,
    mine: z.boolean().default(false),
    for: IdOf('mem').optional(),
    project: IdOf('prj').optional(),
  }),
  async run(context, { page: asked, pageSize, cursor, mine, for: member }): Promise<KeysPage> {
    const { db, organization, project } = context
    if (member && member !== context.member && !maySeeKey(callerOf(context), { ownership: 'another' }))
      throw new Refusal('not-permitted', { permission: 'keys.manage' })
    const conditions: RawBuilder<unknown>[] = [seenKeys(context)]
    if (mine) conditions.push(sql`k.member_id = ${context.member}`)
    if (member) conditions.push(sql`k.member_id = ${member}`)
    if (project) conditions.push(sql`k.project_id = ${project.id}`)
    const which = sql`${sql.join(conditions, sql` and `)}`
    const total = await countKeys(db, { organization: organization.id, which })
    const page = cursor ? asked : Math.min(asked, Math.max(1, Math.ceil(total / pageSize)))
    const list = ['keys', organization.id, mine ? 1 : 0, member ?? null, project?.id ?? null]
    const after = cursor === undefined ? sql`1` : sql`k.id < ${String(placeOf(list, cursor)[0])}`
    const rows = await keyRows(db, {
      organization: organization.id,
      which: sql`${which} and ${after}`,
      take: pageSize + 1,
      skip: cursor === undefined ? (page - 1) * pageSize : 0,
    })
    const shown = rows.slice(0, pageSize)
    const last = rows.length > pageSize ? shown.at(-1) : undefined
    return {
      items: await listedKeys(context, shown),
      total,
      nextCursor: last ? cursorAt(list, [last.id]) : null,
      page,
    }
  },
})
