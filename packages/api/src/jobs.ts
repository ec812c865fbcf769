import { assignmentWarnings } from './assignments/warnings.ts'
import { pruneAudit } from './audit/prune.ts'
import { purgeOldLinks } from './identity/one-time-links.ts'
import { purgeExpiredSessions } from './identity/sessions.ts'
import { purgeImports } from './imports/purge.ts'
import { purgeInvitations } from './invitations/purge.ts'
import { remindInvitations } from './invitations/remind.ts'
import { keyWarnings } from './keys/warnings.ts'
import { clearEndedLists } from './members/ended.ts'
import { relistRenamed } from './members/role-renamed.ts'
import { forgetAnswers } from './platform/forget.ts'
import { type Job, job } from './platform/job.ts'
import { closeDueReviews } from './reviews/due.ts'
import { purgeDeliveries } from './webhooks/purge.ts'

const HOUR = 3_600_000

/** Everything Roster does by itself. The server runs each of them when it is due, one after the other. */
export const JOBS: readonly Job[] = [
  job({ name: 'purge-sessions', everyMs: HOUR, run: ({ deps }) => purgeExpiredSessions(deps) }),
  job({ name: 'purge-links', everyMs: HOUR, run: ({ deps }) => purgeOldLinks(deps) }),
  job({ name: 'clear-ended-lists', everyMs: HOUR, run: ({ deps }) => clearEndedLists(deps) }),
  relistRenamed,
  remindInvitations,
  purgeInvitations,
  purgeImports,
  pruneAudit,
  assignmentWarnings,
  keyWarnings,
  closeDueReviews,
  purgeDeliveries,
  forgetAnswers,
]
