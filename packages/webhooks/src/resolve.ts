import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { mayReach } from './address.ts'
import { LEADS_INSIDE } from './target.ts'

export interface Resolved {
  readonly address: string
  readonly family: number
}

/** All addresses of a name. Throws as `node:dns` does where there are none. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>

/** Asks as every other program of the machine does, the file of hosts included. */
export const askMachine: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** Thrown where a name has an address that nothing is sent to. Says nothing of the address itself. */
export class LeadsInside extends Error {
  constructor() {
    super(LEADS_INSIDE)
  }
}

/**
 * The `lookup` of a connection: what is checked is what is connected to, so a name that changes its address between
 * two questions gains nothing. One bad address among several is enough to refuse.
 */
export function guardedLookup(resolve: Resolve, toPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found
        if (!first) callback(Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' }), '')
        else if (!found.every(({ address }) => mayReach(address, toPrivate))) callback(new LeadsInside(), '')
        else if (options.all) callback(null, [...found])
        else callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, ''),
    )
  }
}
