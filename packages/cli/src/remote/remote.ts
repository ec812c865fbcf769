import type { Remote } from '../code/remote.ts'
import type { Connection } from '../connection.ts'
import type { Io } from '../io.ts'
import { applyBatch } from './apply.ts'
import { noIds } from './ids.ts'
import { readOrganization } from './read.ts'

/** An organization behind the API. It is read before anything is applied: names become ids by what was read. */
export function remoteOf({ now }: Pick<Io, 'now'>, connection: Connection): Remote {
  const ids = noIds()
  return {
    read: () => readOrganization(connection.organization, ids, now()),
    apply: (batch) => applyBatch(connection, ids, batch),
  }
}
