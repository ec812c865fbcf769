export type {
  Answer,
  Answered,
  AnyOptions,
  BulkAnswer,
  CallOptions,
  ChangeOptions,
  Listing,
  Outcome,
  PostOptions,
  Refused,
} from './answer.ts'
export { etagOf } from './call.ts'
export { Roster, type Settings } from './client.ts'
export { type Fault, isRefusal, RosterError, type Unanswered } from './error.ts'
export type * from './generated/types.ts'
