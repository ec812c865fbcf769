import { appRouter, type Context, createCallerFactory, type Deps } from '@roster/api'
import { type Principal, principalFor } from '@roster/api/operating'
import { canonicalEmail, orThrow, type UserId } from '@roster/domain'
import { NotAsThingsStand } from '../../as-things-stand.ts'

const callers = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof callers>

/** A call by whoever holds the box, with the rights of a person: the trail names the operator. */
export function contextAs(deps: Deps, user: UserId): Context {
  return {
    ...deps,
    actor: { kind: 'user', id: user, byOperator: true },
    now: deps.clock(),
    session: null,
    address: 'the command line',
    userAgent: 'the command line',
    setSession: () => undefined,
    report: (error) => {
      throw error
    },
  }
}

/** Every procedure of the product, called in this way; a call at a time, each at its own moment. */
export const callerAs = (deps: Deps, user: UserId): Caller => callers(contextAs(deps, user))

/** By whose rights to act: those of the person with this address, or of the longest-standing owner. */
export async function principal(
  deps: Deps,
  organization: string,
  as: string | undefined,
): Promise<Principal> {
  const email = as === undefined ? null : orThrow(canonicalEmail(as))
  const found = await principalFor(deps.reader, organization, email)
  if (found) return found
  throw new NotAsThingsStand(
    as === undefined
      ? `There is no organization ${organization}, or nobody owns it. Check the short name, or use \`roster owner add\`.`
      : `Nobody here has the address ${as}.`,
  )
}
