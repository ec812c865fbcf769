import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { prefetch } from './api/client.ts'
import { signedIn } from './route-frames.ts'

const readMyInvitations = () => prefetch.invitations.mine.ensureData({})
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  loader: () => Promise.all([readMyInvitations(), prefetch.domains.joinable.ensureData({})]),
  component: lazyRouteComponent(() => import('./organizations/home.tsx'), 'HomePage'),
})
const createOrganization = createRoute({
  getParentRoute: () => signedIn,
  path: '/new',
  component: lazyRouteComponent(() => import('./organizations/create.tsx'), 'CreateOrganizationPage'),
})
const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/profile.tsx'), 'ProfilePage'),
})
const security = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/security',
  loader: () => prefetch.identity.sessions.ensureData({}),
  component: lazyRouteComponent(() => import('./account/security.tsx'), 'SecurityPage'),
})
const myInvitations = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/invitations',
  loader: readMyInvitations,
  component: lazyRouteComponent(() => import('./invitations/mine.tsx'), 'MyInvitationsPage'),
})
const myRequests = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/requests',
  loader: () => prefetch.requests.mine.ensureData({}),
  component: lazyRouteComponent(() => import('./requests/mine.tsx'), 'MyRequestsPage'),
})
const notifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/notifications',
  loader: () => prefetch.notifications.settings.ensureData({}),
  component: lazyRouteComponent(() => import('./notifications/page.tsx'), 'NotificationsPage'),
})

/** Pages that belong to nobody but oneself. */
export const personalRoutes = [
  home,
  createOrganization,
  profile,
  security,
  myInvitations,
  myRequests,
  notifications,
] as const
