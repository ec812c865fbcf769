import { isId } from '@roster/domain'
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { prefetch } from './api/client.ts'
import { listInput as keysInput, keysSearch } from './keys/search.ts'
import { organization, readStatus } from './route-frames.ts'
import { accountSearch, listInput as accountsInput, accountsSearch } from './service-accounts/search.ts'
import { webhookSearch, webhooksSearch } from './webhooks/search.ts'

const settings = createRoute({
  getParentRoute: () => organization,
  path: 'settings',
  component: lazyRouteComponent(() => import('./organizations/settings.tsx'), 'SettingsPage'),
})
const policies = createRoute({
  getParentRoute: () => organization,
  path: 'settings/policies',
  loader: ({ params: { organization } }) =>
    Promise.all([
      prefetch.organizations.policyFacts.ensureData({ organization }),
      prefetch.roles.list.ensureData({ organization }),
      readStatus(),
    ]),
  component: lazyRouteComponent(() => import('./organizations/settings-policies.tsx'), 'PoliciesPage'),
})
const messages = createRoute({
  getParentRoute: () => organization,
  path: 'settings/messages',
  loader: ({ params }) => prefetch.templates.list.ensureData({ organization: params.organization }),
  component: lazyRouteComponent(() => import('./templates/page.tsx'), 'MessagesPage'),
})
const firstSteps = createRoute({
  getParentRoute: () => organization,
  path: 'settings/first-steps',
  loader: ({ params }) => prefetch.onboarding.steps.ensureData({ organization: params.organization }),
  component: lazyRouteComponent(() => import('./onboarding/page.tsx'), 'FirstStepsPage'),
})
const domains = createRoute({
  getParentRoute: () => organization,
  path: 'settings/domains',
  loader: ({ params: { organization } }) =>
    Promise.all([
      prefetch.domains.list.ensureData({ organization }),
      prefetch.roles.list.ensureData({ organization }),
    ]),
  component: lazyRouteComponent(() => import('./domains/page.tsx'), 'DomainsPage'),
})
const webhooks = createRoute({
  getParentRoute: () => organization,
  path: 'settings/webhooks',
  validateSearch: webhooksSearch,
  async loader({ params: { organization } }) {
    const here = await prefetch.organizations.get.ensureData({ organization })
    if (here.permissions.includes('webhooks.manage')) void prefetch.webhooks.list.prefetch({ organization })
  },
  component: lazyRouteComponent(() => import('./webhooks/page.tsx'), 'WebhooksPage'),
})
const webhook = createRoute({
  getParentRoute: () => organization,
  path: 'settings/webhooks/$webhook',
  params: {
    parse({ webhook }) {
      if (!isId('whk', webhook)) throw notFound()
      return { webhook }
    },
  },
  validateSearch: webhookSearch,
  loader: ({ params: { organization, webhook } }) =>
    prefetch.webhooks.get.ensureData({ organization, webhook }),
  component: lazyRouteComponent(() => import('./webhooks/webhook-page.tsx'), 'WebhookPage'),
})
const offers = createRoute({
  getParentRoute: () => organization,
  path: 'settings/offers',
  loader: ({ params: { organization } }) => prefetch.organizations.entitlements.ensureData({ organization }),
  component: lazyRouteComponent(() => import('./organizations/settings-offers.tsx'), 'OffersPage'),
})
const leave = createRoute({
  getParentRoute: () => organization,
  path: 'settings/leave',
  loader: ({ params }) => prefetch.roles.list.ensureData({ organization: params.organization }),
  component: lazyRouteComponent(() => import('./organizations/settings-leave.tsx'), 'LeavePage'),
})

const keys = createRoute({
  getParentRoute: () => organization,
  path: 'settings/keys',
  validateSearch: keysSearch,
  loaderDeps: ({ search }) => keysInput('', search),
  loader: ({ params, deps }) =>
    void prefetch.keys.list.prefetch({ ...deps, organization: params.organization }),
  component: lazyRouteComponent(() => import('./keys/page.tsx'), 'KeysPage'),
})
const serviceAccounts = createRoute({
  getParentRoute: () => organization,
  path: 'settings/service-accounts',
  validateSearch: accountsSearch,
  loaderDeps: ({ search }) => accountsInput('', search),
  loader: ({ params, deps }) =>
    void prefetch.serviceAccounts.list.prefetch({ ...deps, organization: params.organization }),
  component: lazyRouteComponent(() => import('./service-accounts/page.tsx'), 'ServiceAccountsPage'),
})
const serviceAccount = createRoute({
  getParentRoute: () => organization,
  path: 'settings/service-accounts/$serviceAccount',
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('./service-accounts/account-page.tsx'), 'ServiceAccountPage'),
})

/** The settings of an organization. */
export const settingsRoutes = [
  settings,
  policies,
  messages,
  firstSteps,
  domains,
  offers,
  keys,
  serviceAccounts,
  serviceAccount,
  webhooks,
  webhook,
  leave,
] as const
