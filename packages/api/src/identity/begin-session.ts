import type { UserId } from '@roster/domain'
import type { OpenContext, OpenDone, OpensTo } from '../platform/open-command.ts'
import { createSession, revokeSessions } from './sessions.ts'

/** What the door is to do about the cookie. */
export type SessionChange = NonNullable<OpenDone<unknown>['session']>

/** Begins a session for the caller in place of the one they came with, whosever that was: bearers are never reused. */
export async function beginSession(
  { tx, newId, now, session, address, userAgent }: Omit<OpenContext<OpensTo>, 'actor'>,
  user: UserId,
): Promise<SessionChange> {
  if (session) await revokeSessions(tx, { session })
  const begun = await createSession(tx, { newId, now }, { user, address, userAgent })
  return { begins: begun.token, until: begun.until }
}
