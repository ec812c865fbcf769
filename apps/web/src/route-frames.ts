import { createRootRoute, createRoute, redirect } from '@tanstack/react-router'
import { prefetch } from './api/client.ts'
import { BareNotFound } from './pages/not-found.tsx'
import { RoutedError } from './pages/routed-error.tsx'
import { SignedIn } from './pages/signed-in.tsx'

export const root = createRootRoute({ notFoundComponent: BareNotFound, errorComponent: RoutedError })
/** What every page outside needs to know of this instance. */
export const readStatus = () => prefetch.identity.status.ensureData({})
/** Everything behind sign-in; who is not comes back here afterwards. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedIn,
  async beforeLoad({ location }) {
    const [me, { setUp }] = await Promise.all([prefetch.identity.me.ensureData({}), readStatus()])
    if (me) return
    if (!setUp) throw redirect({ to: '/setup' })
    throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } })
  },
})
export const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '$organization',
  async loader({ params: { organization: named }, location: { href } }) {
    const { slug } = await prefetch.organizations.get.ensureData({ organization: named })
    // Its id and the short names it had lead here too; what is passed on from here is the present one.
    if (slug !== named) throw redirect({ href: href.replace(`/${named}`, `/${slug}`), replace: true })
  },
})
