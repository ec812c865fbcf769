import type { Answer, AnyOptions } from './answer.ts'
import { type Call, caller } from './call.ts'
import type {
  ClientResources,
  Operations,
  OrganizationResources,
  ProjectResources,
} from './generated/types.ts'
import { clientResources, organizationResources, projectResources } from './resources.ts'
import { VERSION } from './version.ts'

/** How a client reaches Roster. */
export interface Settings {
  /** The address of Roster, such as `https://roster.example`. */
  readonly url: string | URL
  /** An API key, `rst_…`. It goes into the Authorization header and nowhere else. */
  readonly key: string
  /** Another `fetch` than the one there is. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** How long one attempt may take, in milliseconds: 30 seconds unless said otherwise. */
  readonly timeoutMs?: number | undefined
  /** How often a call is tried again when the network or the server cannot answer now: twice unless said otherwise. */
  readonly retries?: number | undefined
}

const TIMEOUT = 30_000
const RETRIES = 2

/**
 * A client of one Roster, with the rights of its key:
 * `new Roster({ url, key }).organization('acme').members.list({ page: 1 })`.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns all of them
export class Roster {
  readonly #call: Call

  constructor({ url, key, fetch = globalThis.fetch, timeoutMs = TIMEOUT, retries = RETRIES }: Settings) {
    const root = `${new URL(url).href.replace(/\/+$/, '')}/api/v1`
    if (!/^https?:/.test(root)) throw new TypeError('the address of Roster begins with https:// or http://')
    if (!/^[\x21-\x7e]+$/.test(key)) throw new TypeError('key is an API key: rst_ and 36 characters')
    // Pages say themselves who they are, and fetch has to be called on its own.
    const userAgent = 'document' in globalThis ? undefined : `roster-sdk-typescript/${VERSION}`
    this.#call = caller({ root, key, fetch: fetch.bind(globalThis), timeoutMs, retries, userAgent })
    Object.assign(this, clientResources(this.#call))
  }

  /** One organization, by its id or short name. */
  organization(idOrSlug: string): OrganizationResources {
    return organizationResources(this.#call, idOrSlug)
  }

  /** One project, by its id. */
  project(id: string): ProjectResources {
    return projectResources(this.#call, id)
  }

  /** Any operation of the API, by its name in the reference: `client.request('members.get', { organization, member })`. */
  request<Name extends keyof Operations>(
    name: Name,
    given: Operations[Name]['given'],
    options?: AnyOptions & { readonly dryRun?: false },
  ): Answer<Operations[Name]['answer']>
  request<Name extends keyof Operations>(
    name: Name,
    given: Operations[Name]['given'],
    options: AnyOptions & { readonly dryRun: true },
  ): Answer<Operations[Name]['tried']>
  request(name: keyof Operations, given: object, options: AnyOptions = {}): Answer<unknown> {
    return this.#call(name, { ...given }, options)
  }
}

export interface Roster extends ClientResources {}
