import { assignmentRoutes } from './assignments/rest.ts'
import { auditRoutes } from './audit/rest.ts'
import { checkRoutes } from './checks/rest.ts'
import { domainRoutes } from './domains/rest.ts'
import { exportRoutes } from './exports/rest.ts'
import { groupRoutes } from './groups/rest.ts'
import { groupMemberRoutes } from './groups/rest-members.ts'
import { historyRoutes } from './history/rest.ts'
import { importRoutes } from './imports/rest.ts'
import { insightRoutes } from './insights/rest.ts'
import { invitationRoutes } from './invitations/rest.ts'
import { projectInvitationRoutes } from './invitations/rest-project.ts'
import { keyRoutes } from './keys/rest.ts'
import { memberRoutes } from './members/rest.ts'
import { memberActRoutes } from './members/rest-acts.ts'
import { onboardingRoutes } from './onboarding/rest.ts'
import { organizationRoutes } from './organizations/rest.ts'
import { projectRoutes } from './projects/rest.ts'
import { projectMemberRoutes } from './projects/rest-members.ts'
import { requestRoutes } from './requests/rest.ts'
import { reviewRoutes } from './reviews/rest.ts'
import { roleRoutes } from './roles/rest.ts'
import { serviceAccountRoutes } from './service-accounts/rest.ts'
import { templateRoutes } from './templates/rest.ts'
import type { Route } from './transport/rest/route.ts'
import { webhookRoutes } from './webhooks/rest.ts'

/** Everything a program may ask for, by resource. */
export const REST_ROUTES: readonly Route[] = [
  ...memberRoutes,
  ...memberActRoutes,
  ...invitationRoutes,
  ...projectInvitationRoutes,
  ...projectRoutes,
  ...projectMemberRoutes,
  ...roleRoutes,
  ...assignmentRoutes,
  ...groupRoutes,
  ...groupMemberRoutes,
  ...organizationRoutes,
  ...requestRoutes,
  ...domainRoutes,
  ...auditRoutes,
  ...historyRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...insightRoutes,
  ...onboardingRoutes,
  ...templateRoutes,
  ...reviewRoutes,
  ...checkRoutes,
  ...keyRoutes,
  ...serviceAccountRoutes,
  ...webhookRoutes,
]
