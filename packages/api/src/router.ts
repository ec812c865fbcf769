import { assignmentsRouter } from './assignments/router.ts'
import { auditRouter } from './audit/router.ts'
import { checksRouter } from './checks/router.ts'
import { domainsRouter } from './domains/router.ts'
import { exportsRouter } from './exports/router.ts'
import { groupsRouter } from './groups/router.ts'
import { historyRouter } from './history/router.ts'
import { identityRouter } from './identity/router.ts'
import { importsRouter } from './imports/router.ts'
import { insightsRouter } from './insights/router.ts'
import { invitationsRouter } from './invitations/router.ts'
import { keysRouter } from './keys/router.ts'
import { liveRouter } from './live/router.ts'
import { mailboxRouter } from './mailbox/router.ts'
import { membersRouter } from './members/router.ts'
import { notificationsRouter } from './notifications/router.ts'
import { onboardingRouter } from './onboarding/router.ts'
import { organizationsRouter } from './organizations/router.ts'
import { projectsRouter } from './projects/router.ts'
import { requestsRouter } from './requests/router.ts'
import { reviewsRouter } from './reviews/router.ts'
import { rolesRouter } from './roles/router.ts'
import { serviceAccountsRouter } from './service-accounts/router.ts'
import { templatesRouter } from './templates/router.ts'
import { router } from './transport/trpc.ts'
import { webhooksRouter } from './webhooks/router.ts'

/** Everything the browser may ask for, by slice. */
export const appRouter = router({
  identity: identityRouter,
  organizations: organizationsRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  projects: projectsRouter,
  groups: groupsRouter,
  roles: rolesRouter,
  requests: requestsRouter,
  domains: domainsRouter,
  assignments: assignmentsRouter,
  notifications: notificationsRouter,
  templates: templatesRouter,
  onboarding: onboardingRouter,
  history: historyRouter,
  reviews: reviewsRouter,
  insights: insightsRouter,
  exports: exportsRouter,
  imports: importsRouter,
  keys: keysRouter,
  serviceAccounts: serviceAccountsRouter,
  webhooks: webhooksRouter,
  checks: checksRouter,
  audit: auditRouter,
  live: liveRouter,
  mailbox: mailboxRouter,
})

export type AppRouter = typeof appRouter
