import type { ApiKeyId } from '@roster/domain'
import type { House, Part } from '../testing/house.ts'
import { authenticateKey } from './authenticate.ts'

/** For tests: a key as its maker gets it. */
export interface MadeKey {
  readonly id: ApiKeyId
  readonly secret: string
}

type Terms = Omit<Parameters<ReturnType<House['as']>['keys']['create']>[0], 'organization' | 'name' | 'role'>

/** A key of one of the cast with a built-in role of acme as its ceiling. */
export async function makeKey(
  home: House,
  part: Part,
  role: keyof House['roles'],
  terms: Terms = {},
): Promise<MadeKey> {
  const asked = { organization: 'acme', name: 'CI', role: home.roles[role], ...terms }
  const { key, secret } = await home.as(part).keys.create(asked)
  return { id: key.id, secret }
}

/** Whether somebody is behind the key at this moment. */
export async function works(home: House, { secret }: Pick<MadeKey, 'secret'>): Promise<boolean> {
  return (await authenticateKey(home.deps, secret, home.now())) !== null
}
