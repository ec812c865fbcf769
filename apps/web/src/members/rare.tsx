import { lazy } from 'react'

/*
 * What the page shows seldom, each with its code when it is shown.
 */

/** See `bulk-bar.tsx`. */
export const MembersBulkBar = lazy(() =>
  import('./bulk-bar.tsx').then((file) => ({ default: file.MembersBulkBar })),
)
/** See `../exports/export-menu.tsx`. */
export const ExportMenu = lazy(() =>
  import('../exports/export-menu.tsx').then((file) => ({ default: file.ExportMenu })),
)
/** See `../history/as-of-button.tsx`. */
export const AsOfButton = lazy(() =>
  import('../history/as-of-button.tsx').then((file) => ({ default: file.AsOfButton })),
)
/** See `../history/members-as-of.tsx`. */
export const MembersAsOf = lazy(() =>
  import('../history/members-as-of.tsx').then((file) => ({ default: file.MembersAsOf })),
)
/** See `closed-page.tsx`. */
export const ClosedPage = lazy(() =>
  import('./closed-page.tsx').then((file) => ({ default: file.ClosedPage })),
)
/** See `../pages/not-loaded.tsx`. */
export const NotLoaded = lazy(() =>
  import('../pages/not-loaded.tsx').then((file) => ({ default: file.NotLoaded })),
)
/** See `nobody.tsx`. */
export const NobodyFound = lazy(() => import('./nobody.tsx').then((file) => ({ default: file.NobodyFound })))
/** See `nobody.tsx`. */
export const OnlyYou = lazy(() => import('./nobody.tsx').then((file) => ({ default: file.OnlyYou })))
/** See `pending-invitations.tsx`. */
export const PendingInvitations = lazy(() =>
  import('./pending-invitations.tsx').then((file) => ({ default: file.PendingInvitations })),
)
