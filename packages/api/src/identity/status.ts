import { z } from 'zod'
import { mayCreate } from '../organizations/may-create.ts'
import { openQuery } from '../platform/query.ts'
import { isSetUp } from './store.ts'

/** What a page has to know before anybody is known: whether Roster is set up, and what is open here. */
export const status = openQuery({
  opensTo: 'anyone',
  input: z.strictObject({}),
  async run({ db, actor, instance }) {
    const { signUp, mail, version, url } = instance
    return {
      setUp: await isSetUp(db),
      signUp,
      mail,
      createOrganizations: await mayCreate(db, actor, instance),
      version,
      url,
    }
  },
})
