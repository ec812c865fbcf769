import { Refusal } from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { importIn } from './store.ts'
import { type ListedImport, listedImports } from './view.ts'

/** One import and how far it is. Refuses with `not-found`. */
export const getImport = query({
  permission: 'invitations.send',
  input: inOrganization({ import: IdOf('imp') }),
  async run({ db, organization }, { import: id }): Promise<ListedImport> {
    const [one] = await listedImports(db, organization.id, [await importIn(db, organization.id, id)])
    if (!one) throw new Refusal('not-found', { field: 'import' })
    return one
  },
})
