import { accounts } from './0001-accounts.ts'
import { organizations } from './0002-organizations.ts'
import { access } from './0003-access.ts'
import { audit } from './0004-audit.ts'
import { outbox } from './0005-outbox.ts'
import { invitationLists } from './0006-invitation-lists.ts'
import { memberListing } from './0007-member-listing.ts'
import { endsAfterItsBegin } from './0008-ends-after-its-begin.ts'
import { changes } from './0009-changes.ts'
import { projects } from './0010-projects.ts'
import { groups } from './0011-groups.ts'
import { roles } from './0012-roles.ts'
import { invitationTerms } from './0013-invitation-terms.ts'
import { policies } from './0014-policies.ts'
import { requestsAndAccounts } from './0015-requests-and-accounts.ts'
import { history } from './0016-history.ts'
import { imports } from './0017-imports.ts'
import { reviews } from './0018-reviews.ts'
import { timeBound } from './0019-time-bound.ts'
import { undo } from './0020-undo.ts'
import { foundAgain } from './0021-found-again.ts'
import { keys } from './0022-keys.ts'
import { repeats } from './0023-repeats.ts'
import { webhooks } from './0024-webhooks.ts'
import { groupsByMember } from './0025-groups-by-member.ts'

/** Forward-only, in order, never edited once released. The number of the last one is the schema's version. */
export const MIGRATIONS: readonly (readonly [name: string, statements: string])[] = [
  ['0001-accounts', accounts],
  ['0002-organizations', organizations],
  ['0003-access', access],
  ['0004-audit', audit],
  ['0005-outbox', outbox],
  ['0006-invitation-lists', invitationLists],
  ['0007-member-listing', memberListing],
  ['0008-ends-after-its-begin', endsAfterItsBegin],
  ['0009-changes', changes],
  ['0010-projects', projects],
  ['0011-groups', groups],
  ['0012-roles', roles],
  ['0013-invitation-terms', invitationTerms],
  ['0014-policies', policies],
  ['0015-requests-and-accounts', requestsAndAccounts],
  ['0016-history', history],
  ['0017-imports', imports],
  ['0018-reviews', reviews],
  ['0019-time-bound', timeBound],
  ['0020-undo', undo],
  ['0021-found-again', foundAgain],
  ['0022-keys', keys],
  ['0023-repeats', repeats],
  ['0024-webhooks', webhooks],
  ['0025-groups-by-member', groupsByMember],
]
