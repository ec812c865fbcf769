/** What whoever holds the box works with: the command line of the server is made of it. */

export { type Verification, verifyChain } from './audit/chain.ts'
export { type Chain, chainsIn } from './audit/chains.ts'
export { goneSince } from './audit/noted.ts'
export { makeOwner, type OwnerMade } from './members/make-owner.ts'
export { type Principal, principalFor } from './members/named.ts'
export { type Backlog, outboxBacklog } from './outbox/backlog.ts'
export { openForLooking } from './platform/database.ts'
export { copyDatabase } from './platform/sqlite/copy.ts'
export {
  faultsIn,
  inspect,
  type SchemaState,
  sqliteVersion,
  writesDurably,
} from './platform/sqlite/inspect.ts'
export { DataInUse } from './platform/sqlite/lock.ts'
export { type Restored, settleRestored } from './restored.ts'
export { refusalIn } from './transport/refused.ts'
