import { z } from 'zod'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { importsOf } from './store.ts'
import { type ListedImport, listedImports } from './view.ts'

export interface ImportsPage {
  readonly items: readonly ListedImport[]
  /** Whether there are older ones. */
  readonly more: boolean
}

/** The imports of the organization, the newest first. */
export const listImports = query({
  permission: 'invitations.send',
  input: inOrganization({
    page: z.int().min(1).max(1_000).default(1),
    pageSize: z.int().min(1).max(100).default(25),
  }),
  async run({ db, organization }, { page, pageSize }): Promise<ImportsPage> {
    const found = await importsOf(db, organization.id, { skip: (page - 1) * pageSize, wanted: pageSize + 1 })
    return {
      items: await listedImports(db, organization.id, found.slice(0, pageSize)),
      more: found.length > pageSize,
    }
  },
})
