import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { viewsOf, type WebhookItem } from './view.ts'

/** The webhooks of an organization, the oldest first; there are never very many. */
export const listWebhooks = query({
  permission: 'webhooks.manage',
  input: inOrganization({}),
  async run({ db, organization, now }): Promise<readonly WebhookItem[]> {
    const rows = await db
      .selectFrom('webhook')
      .selectAll()
      .where('organization_id', '=', organization.id)
      .where('until', 'is', null)
      .orderBy('id')
      .execute()
    return viewsOf(db, rows, now)
  },
})
