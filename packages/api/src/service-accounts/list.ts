import { nameIdentity } from '@roster/domain'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { inOrganization, Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { type ServiceAccount, serviceAccounts } from './item.ts'
import { accountRows, countAccounts } from './store.ts'

export interface ServiceAccountsPage {
  readonly items: readonly ServiceAccount[]
  readonly total: number
  readonly nextCursor: string | null
  readonly page: number
}

/** The service accounts of the organization, the oldest first. Refuses with `cursor-invalid`. */
export const listServiceAccounts = query({
  permission: 'members.read',
  input: inOrganization({ ...Paging, search: z.string().max(200).optional() }),
  async run(context, { page: asked, pageSize, cursor, search: words }): Promise<ServiceAccountsPage> {
    const { db, organization, now } = context
    const search = words?.trim() ? nameIdentity(words.trim()) : ''
    const total = await countAccounts(db, organization.id, search)
    const page = cursor ? asked : Math.min(asked, Math.max(1, Math.ceil(total / pageSize)))
    const list = ['service-accounts', organization.id, search]
    const rows = await accountRows(db, organization.id, {
      ...{ now, only: null, search, take: pageSize + 1 },
      after: cursor === undefined ? '' : String(placeOf(list, cursor)[0]),
      skip: cursor === undefined ? (page - 1) * pageSize : 0,
    })
    const shown = rows.slice(0, pageSize)
    const last = rows.length > pageSize ? shown.at(-1) : undefined
    return {
      items: await serviceAccounts(context, shown),
      total,
      nextCursor: last ? cursorAt(list, [last.id]) : null,
      page,
    }
  },
})
