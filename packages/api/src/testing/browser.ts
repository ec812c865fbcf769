import type { Instant, UserId } from '@roster/domain'
import { hashPassword } from '../identity/passwords.ts'
import { validateSession } from '../identity/sessions.ts'
import { appRouter } from '../router.ts'
import { createCallerFactory } from '../transport/trpc.ts'
import type { Caller, EmptyHouse } from './house.ts'

const callers = createCallerFactory(appRouter)

/** A browser at somebody's place: it keeps the session cookie it was given and sends it along, as the server's door does. */
export interface Browser {
  /** The procedures, called with the cookie as it is at this moment. */
  call(): Promise<Caller>
  /** The cookie. */
  cookie(): { readonly token: string; readonly until: Instant } | null
  /** Whose session the cookie is now, or null. */
  who(): Promise<UserId | null>
}

export interface Place {
  readonly address?: string
  readonly userAgent?: string
  /** A cookie that is there already, wherever it came from. */
  readonly token?: string
}

/** Opens a browser at an address; each has a cookie of its own. */
export function browser(
  house: EmptyHouse,
  { address = '198.51.100.7', userAgent = FIREFOX, token }: Place = {},
): Browser {
  let cookie: ReturnType<Browser['cookie']> = token ? { token, until: Number.MAX_SAFE_INTEGER } : null
  const session = () => (cookie ? validateSession(house.deps, cookie.token) : Promise.resolve(null))
  return {
    async call() {
      const found = await session()
      return callers({
        ...house.deps,
        actor: found && { kind: 'user', id: found.user },
        session: found?.session ?? null,
        now: house.now(),
        address,
        userAgent,
        setSession: (change) => {
          cookie = change
        },
        report: (error) => {
          house.reported.push(error)
          return 'incident'
        },
      })
    },
    cookie: () => cookie,
    who: async () => (await session())?.user ?? null,
  }
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Gives one of the cast a password, so that they can sign in. */
export async function givePassword(house: EmptyHouse, user: UserId, text: string): Promise<void> {
  const password_hash = await hashPassword(text)
  await house.deps.writer.run((tx) =>
    tx.updateTable('user').set({ password_hash }).where('id', '=', user).execute(),
  )
}
