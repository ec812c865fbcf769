import { z } from 'zod'
import { LinkSecret } from '../platform/input.ts'
import { openQuery } from '../platform/query.ts'
import { opened } from './proof.ts'

/** What the reader of a proof mail is asked to say, before they say it. Changes nothing; refuses with `link-invalid`. */
export const viewProof = openQuery({
  opensTo: 'anyone',
  input: z.strictObject({ domain: z.string().max(100), secret: LinkSecret }),
  async run(context, input): Promise<{ domain: string; organization: string }> {
    const domain = await opened(context.db, context, input)
    const { name } = await context.db
      .selectFrom('organization')
      .select('name')
      .where('id', '=', domain.organization)
      .executeTakeFirstOrThrow()
    return { domain: domain.name, organization: name }
  },
})
