import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { nextSearch } from './identity/next.ts'
import { mailboxSearch } from './mailbox/search.ts'
import { readStatus, root } from './route-frames.ts'

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  loader: readStatus,
  component: lazyRouteComponent(() => import('./identity/set-up.tsx'), 'SetUpPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: nextSearch,
  loader: readStatus,
  component: lazyRouteComponent(() => import('./identity/sign-in.tsx'), 'SignInPage'),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: nextSearch,
  loader: readStatus,
  component: lazyRouteComponent(() => import('./identity/sign-up.tsx'), 'SignUpPage'),
})
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  loader: readStatus,
  component: lazyRouteComponent(() => import('./identity/forgot.tsx'), 'ForgotPage'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$link',
  component: lazyRouteComponent(() => import('./identity/reset.tsx'), 'ResetPage'),
})
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify/$link',
  component: lazyRouteComponent(() => import('./identity/verify.tsx'), 'VerifyPage'),
})
const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email/$link',
  component: lazyRouteComponent(() => import('./identity/confirm-email.tsx'), 'ConfirmEmailPage'),
})
const verifyDomain = createRoute({
  getParentRoute: () => root,
  path: '/verify-domain/$domain',
  component: lazyRouteComponent(() => import('./domains/verify-domain.tsx'), 'VerifyDomainPage'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$invitation',
  component: lazyRouteComponent(() => import('./invitations/invitation-page.tsx'), 'InvitationPage'),
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$organization',
  loader: readStatus,
  component: lazyRouteComponent(() => import('./requests/join.tsx'), 'JoinPage'),
})
const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  validateSearch: mailboxSearch,
  component: lazyRouteComponent(() => import('./mailbox/page.tsx'), 'MailboxPage'),
})

/** Pages that anybody may open, signed in or not. */
export const outsideRoutes = [
  setUp,
  signIn,
  signUp,
  forgot,
  reset,
  verify,
  confirmEmail,
  verifyDomain,
  invitation,
  join,
  mailbox,
] as const
