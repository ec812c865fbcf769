import { isId } from '@roster/domain'
import { createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { prefetch } from './api/client.ts'
import { listInput as auditInput, auditSearch } from './audit/search.ts'
import { groupSearch, listInput as groupsInput, groupsSearch, peopleInput } from './groups/search.ts'
import { changesSearch } from './history/search.ts'
import { importSearch } from './imports/search.ts'
import { listInput as invitationsInput, invitationsSearch } from './invitations/search.ts'
import { personSearch } from './members/person/search.ts'
import { listInput, membersSearch } from './members/search.ts'
import { overviewSearch } from './organizations/search.ts'
import { LoadingPage } from './pages/loading.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { RoutedError } from './pages/routed-error.tsx'
import { projectSearch, listInput as projectsInput, projectsSearch } from './projects/search.ts'
import { listInput as requestsInput, requestsSearch } from './requests/search.ts'
import { reviewSearch, reviewsSearch } from './reviews/search.ts'
import { listInput as rolesInput, rolesSearch } from './roles/search.ts'
import { organization, root, signedIn } from './route-frames.ts'
import { outsideRoutes } from './routes-outside.ts'
import { personalRoutes } from './routes-personal.ts'
import { settingsRoutes } from './routes-settings.ts'

const organizationHome = createRoute({
  getParentRoute: () => organization,
  path: '/',
  validateSearch: overviewSearch,
  loader: ({ params: { organization } }) =>
    Promise.all([
      prefetch.organizations.overview.ensureData({ organization }),
      prefetch.onboarding.steps.ensureData({ organization }),
      prefetch.organizations.entitlements.ensureData({ organization }),
    ]),
  component: lazyRouteComponent(() => import('./organizations/overview.tsx'), 'OverviewPage'),
})
const members = createRoute({
  getParentRoute: () => organization,
  path: 'members',
  validateSearch: membersSearch,
  beforeLoad({ params: { organization }, search: { member, asOf } }) {
    if (member) {
      const params = { organization, member }
      throw redirect({ to: '/$organization/members/$member', params, search: { asOf }, replace: true })
    }
  },
  loaderDeps: ({ search }) => listInput('', search),
  loader({ params, deps }) {
    // Asked for while the page's code is on its way, and not waited for: the table shows its shape meanwhile.
    void prefetch.members.list.prefetch({ ...deps, organization: params.organization })
    return prefetch.roles.list.ensureData({ organization: params.organization })
  },
  component: lazyRouteComponent(() => import('./members/page.tsx'), 'MembersPage'),
})
const invitations = createRoute({
  getParentRoute: () => organization,
  path: 'members/invitations',
  validateSearch: invitationsSearch,
  loaderDeps: ({ search }) => invitationsInput('', search),
  loader({ params, deps }) {
    void prefetch.invitations.list.prefetch({ ...deps, organization: params.organization })
    return prefetch.roles.list.ensureData({ organization: params.organization })
  },
  component: lazyRouteComponent(() => import('./invitations/page.tsx'), 'InvitationsPage'),
})
const changes = createRoute({
  getParentRoute: () => organization,
  path: 'members/changes',
  validateSearch: changesSearch,
  component: lazyRouteComponent(() => import('./history/changes-page.tsx'), 'ChangesPage'),
})
const person = createRoute({
  getParentRoute: () => organization,
  path: 'members/$member',
  validateSearch: personSearch,
  async beforeLoad({ params: { organization, member: named }, search }) {
    // Where only the account is known, it leads to the membership.
    if (!isId('usr', named)) return
    const { member } = await prefetch.members.find.ensureData({ organization, user: named })
    const params = { organization, member }
    throw redirect({ to: '/$organization/members/$member', params, search, replace: true })
  },
  loader({ params: { organization, member } }) {
    if (!isId('mem', member)) throw notFound()
    void prefetch.members.find.prefetch({ organization, member })
    return prefetch.roles.list.ensureData({ organization })
  },
  component: lazyRouteComponent(() => import('./members/person/page.tsx'), 'PersonPage'),
})
const offboarded = createRoute({
  getParentRoute: () => organization,
  path: 'offboarded/$change',
  loader({ params: { organization, change } }) {
    if (!isId('chg', change)) throw notFound()
    return prefetch.members.offboardEvidence.ensureData({ organization, change })
  },
  component: lazyRouteComponent(() => import('./members/offboarded-page.tsx'), 'OffboardedPage'),
})
const groups = createRoute({
  getParentRoute: () => organization,
  path: 'groups',
  validateSearch: groupsSearch,
  loaderDeps: ({ search }) => groupsInput('', search),
  loader: ({ params, deps }) =>
    void prefetch.groups.list.prefetch({ ...deps, organization: params.organization }),
  component: lazyRouteComponent(() => import('./groups/page.tsx'), 'GroupsPage'),
})
const group = createRoute({
  getParentRoute: () => organization,
  path: 'groups/$group',
  validateSearch: groupSearch,
  loaderDeps: ({ search }) => search,
  loader({ params, deps }) {
    if (!isId('grp', params.group)) throw notFound()
    const at = { organization: params.organization, group: params.group }
    if (deps.tab === undefined) void prefetch.groups.members.prefetch(peopleInput(at, deps))
    return prefetch.groups.get.ensureData(at)
  },
  component: lazyRouteComponent(() => import('./groups/group-page.tsx'), 'GroupPage'),
})
const projects = createRoute({
  getParentRoute: () => organization,
  path: 'projects',
  validateSearch: projectsSearch,
  loaderDeps: ({ search }) => projectsInput('', search),
  loader: ({ params, deps }) =>
    void prefetch.projects.list.prefetch({ ...deps, organization: params.organization }),
  component: lazyRouteComponent(() => import('./projects/page.tsx'), 'ProjectsPage'),
})
const project = createRoute({
  getParentRoute: () => organization,
  path: 'projects/$project',
  validateSearch: projectSearch,
  async loader({ params: { organization, project } }) {
    if (!isId('prj', project)) return
    const at = { organization, project }
    await Promise.all([
      prefetch.projects.get.ensureData(at),
      prefetch.roles.list.ensureData({ ...at, level: 'project' }),
    ])
  },
  component: lazyRouteComponent(() => import('./projects/project.tsx'), 'ProjectPage'),
})
const roles = createRoute({
  getParentRoute: () => organization,
  path: 'roles',
  validateSearch: rolesSearch,
  loaderDeps: ({ search: { level } }) => ({ level }),
  loader: ({ params, deps }) => prefetch.roles.list.ensureData(rolesInput(params.organization, deps)),
  component: lazyRouteComponent(() => import('./roles/page.tsx'), 'RolesPage'),
})
const requests = createRoute({
  getParentRoute: () => organization,
  path: 'requests',
  validateSearch: requestsSearch,
  loaderDeps: ({ search }) => requestsInput('', search),
  loader: ({ params, deps }) =>
    void prefetch.requests.list.prefetch({ ...deps, organization: params.organization }),
  component: lazyRouteComponent(() => import('./requests/page.tsx'), 'RequestsPage'),
})
const reviews = createRoute({
  getParentRoute: () => organization,
  path: 'reviews',
  validateSearch: reviewsSearch,
  loader: ({ params }) => void prefetch.reviews.list.prefetch({ organization: params.organization }),
  component: lazyRouteComponent(() => import('./reviews/page.tsx'), 'ReviewsPage'),
})
const review = createRoute({
  getParentRoute: () => organization,
  path: 'reviews/$review',
  params: {
    parse({ review }) {
      if (!isId('rev', review)) throw notFound()
      return { review }
    },
  },
  validateSearch: reviewSearch,
  loader: ({ params: { organization, review } }) => prefetch.reviews.get.ensureData({ organization, review }),
  component: lazyRouteComponent(() => import('./reviews/review-page.tsx'), 'ReviewPage'),
})
const insights = createRoute({
  getParentRoute: () => organization,
  path: 'insights',
  component: lazyRouteComponent(() => import('./insights/page.tsx'), 'InsightsPage'),
})
const audit = createRoute({
  getParentRoute: () => organization,
  path: 'audit',
  validateSearch: auditSearch,
  loaderDeps: ({ search }) => auditInput('', search),
  loader: ({ params, deps }) =>
    void prefetch.audit.list.prefetch({ ...deps, organization: params.organization }),
  component: lazyRouteComponent(() => import('./audit/page.tsx'), 'AuditPage'),
})
const imports = createRoute({
  getParentRoute: () => organization,
  path: 'settings/import',
  validateSearch: importSearch,
  loaderDeps: ({ search }) => ({ open: search.import }),
  async loader({ params: { organization }, deps: { open } }) {
    const here = await prefetch.organizations.get.ensureData({ organization })
    if (!here.permissions.includes('invitations.send')) return
    if (open) await prefetch.imports.get.ensureData({ organization, import: open })
    else await prefetch.imports.list.ensureData({ organization })
  },
  component: lazyRouteComponent(() => import('./imports/page.tsx'), 'ImportPage'),
})
const takeAlong = createRoute({
  getParentRoute: () => organization,
  path: 'settings/export',
  component: lazyRouteComponent(() => import('./exports/page.tsx'), 'ExportPage'),
})
export const router = createRouter({
  routeTree: root.addChildren([
    ...outsideRoutes,
    signedIn.addChildren([
      ...personalRoutes,
      organization.addChildren([
        ...settingsRoutes,
        organizationHome,
        members,
        invitations,
        changes,
        person,
        offboarded,
        groups,
        group,
        projects,
        project,
        roles,
        requests,
        reviews,
        review,
        insights,
        audit,
        imports,
        takeAlong,
      ]),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: RoutedError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
