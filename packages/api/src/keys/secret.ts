import { type ApiKeyId, keyHint } from '@roster/domain'
import type { CommandContext } from '../platform/command.ts'
import { secretHash } from './authenticate.ts'

/** Gives a key a new secret and answers it; what is stored opens nothing. */
export async function writeSecret(
  { tx, now, newKey }: Pick<CommandContext, 'tx' | 'now' | 'newKey'>,
  key: ApiKeyId,
): Promise<string> {
  const secret = newKey()
  await tx
    .insertInto('api_key_secret')
    .values({ hash: secretHash(secret), key_id: key, hint: keyHint(secret), since: now, until: null })
    .execute()
  return secret
}
