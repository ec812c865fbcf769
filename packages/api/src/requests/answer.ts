import { MOST_REQUEST_TEXT, mayAnswer, orThrow, type RequestId } from '@roster/domain'
import type { CommandContext } from '../platform/command.ts'
import { FreeText } from '../platform/input.ts'
import { mayAnswerFor } from './answerable.ts'
import { requestIn, type StoredRequest } from './store.ts'

/** What whoever answers has to say; an empty text is nothing. */
export const AnswerMessage = FreeText(MOST_REQUEST_TEXT)
  .transform((text) => (text === '' ? null : text))
  .optional()

/** The open request that the caller may answer. Refuses with `not-found`, `not-permitted`, `request-closed`. */
export async function requestToAnswer(
  { tx, organization, held }: Pick<CommandContext, 'tx' | 'organization' | 'held'>,
  id: RequestId,
): Promise<StoredRequest> {
  const request = await requestIn(tx, organization.id, id)
  orThrow(mayAnswerFor(held, request.project))
  orThrow(mayAnswer(request))
  return request
}
