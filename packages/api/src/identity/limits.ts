import type { UserId } from '@roster/domain'
import type { Call, Deps } from '../platform/call.ts'
import { Allowance } from './allowance.ts'
import { networkOf } from './network.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** How often things may be tried that are worth guessing or that send mail to somebody. */
class Limits {
  /** A whole office may come from one address; a guesser tries many accounts from it. */
  readonly signInFromNetwork = new Allowance(100, 15 * MINUTE)
  readonly signInFromNetworkToAccount = new Allowance(10, 15 * MINUTE)
  /** From everywhere together: slows down a guesser with many addresses, and is over soon for the owner. */
  readonly signInToAccount = new Allowance(20, 5 * MINUTE)
  readonly currentPassword = new Allowance(10, 15 * MINUTE)
  readonly links = new Allowance(50, 15 * MINUTE)
  readonly signUp = new Allowance(30, HOUR)
  readonly resetAsked = new Allowance(30, HOUR)
  readonly mailToAddress = new Allowance(3, HOUR)
  readonly mailByPerson = new Allowance(5, HOUR)
  readonly pictures = new Allowance(20, HOUR)
  readonly familiar = new Familiar()
}

/** Where somebody has signed in from with success, as long as this process lives; sessions tell of the rest. */
class Familiar {
  static readonly #MOST = 20_000
  readonly #places = new Set<string>()

  has(user: UserId, network: string): boolean {
    return this.#places.has(`${user} ${network}`)
  }

  add(user: UserId, network: string): void {
    const place = `${user} ${network}`
    this.#places.delete(place)
    this.#places.add(place)
    const [oldest] = this.#places
    if (this.#places.size > Familiar.#MOST && oldest !== undefined) this.#places.delete(oldest)
  }
}

const perDatabase = new WeakMap<Deps['writer'], Limits>()

/** The limits of this instance; everything that shares a database shares them. */
function limitsOf({ writer }: Pick<Deps, 'writer'>): Limits {
  const known = perDatabase.get(writer)
  if (known) return known
  const limits = new Limits()
  perDatabase.set(writer, limits)
  return limits
}

type Caller = Pick<Call, 'reader' | 'writer' | 'address' | 'now'>

/**
 * Takes an attempt to sign in, and answers what gives it back once it was right. Counted per network, per network
 * and account, and per account, the last one only from where nobody has signed in to it before: a guesser elsewhere
 * keeps no owner out at home, and out of anywhere else for five minutes at most. Refuses with `too-many-attempts`,
 * the same for accounts that do not exist.
 */
export async function trySignIn(
  call: Caller,
  email: string,
  account: UserId | null,
): Promise<(user: UserId) => Promise<void>> {
  const limits = limitsOf(call)
  const network = networkOf(call.address)
  const device = `${network} ${email}`
  await limits.signInFromNetwork.take(network, call.now)
  await limits.signInFromNetworkToAccount.take(device, call.now)
  const known = account !== null && (await isFamiliar(call, account, network))
  if (!known) await limits.signInToAccount.take(email, call.now)
  return async (user) => {
    limits.familiar.add(user, network)
    await limits.signInFromNetwork.giveBack(network, call.now)
    await limits.signInFromNetworkToAccount.giveBack(device, call.now)
    if (!known) await limits.signInToAccount.giveBack(email, call.now)
  }
}

async function isFamiliar(call: Caller, user: UserId, network: string): Promise<boolean> {
  if (limitsOf(call).familiar.has(user, network)) return true
  const sessions = await call.reader
    .selectFrom('session')
    .select('address')
    .where('user_id', '=', user)
    .execute()
  return sessions.some((session) => networkOf(session.address) === network)
}

/** Takes an attempt to name the password of a session's own account; gives it back when `work` says it was right. */
export async function tryCurrentPassword(
  call: Caller,
  user: UserId,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const { currentPassword } = limitsOf(call)
  await currentPassword.take(user, call.now)
  const right = await work()
  if (right) await currentPassword.giveBack(user, call.now)
  return right
}

/** Counts links that open nothing, per network. Refuses with `too-many-attempts` when there were too many. */
export async function tryLink<T>(call: Caller, work: () => Promise<T>): Promise<T> {
  const { links } = limitsOf(call)
  const network = networkOf(call.address)
  await links.take(network, call.now)
  const opened = await work()
  await links.giveBack(network, call.now)
  return opened
}

/** Counts open sign-ups per network. Refuses with `too-many-attempts`. */
export function limitSignUps(call: Caller): Promise<void> {
  return limitsOf(call).signUp.take(networkOf(call.address), call.now)
}

/** Counts asks for a reset mail per network. Refuses with `too-many-attempts`. */
export function limitResets(call: Caller): Promise<void> {
  return limitsOf(call).resetAsked.take(networkOf(call.address), call.now)
}

/** Counts mails that a person has us send. Refuses with `too-many-attempts`. */
export function limitMailBy(call: Caller, user: UserId): Promise<void> {
  return limitsOf(call).mailByPerson.take(user, call.now)
}

/** Counts pictures that a person hands over. Refuses with `too-many-attempts`. */
export function limitPictures(call: Call, user: UserId): Promise<void> {
  return limitsOf(call).pictures.take(user, call.now)
}

/**
 * Whether an address may get one more mail of a kind that a stranger can ask for. Nobody is told when not: those of
 * the last hour are there already, and their links work. Kinds are counted apart, so that no other use of somebody's
 * address stands between them and a password reset.
 */
export function mayGetMail(
  call: Caller,
  kind: 'sign-up' | 'password reset' | 'email change',
  email: string,
): Promise<boolean> {
  return limitsOf(call).mailToAddress.allows(`${kind} ${email}`, call.now)
}
