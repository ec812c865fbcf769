import { inAcme, otherCursor, type Swap, swap } from './swap.ts'

const request = swap(
  'request',
  inAcme(({ request }) => ({ request })),
)

const review = swap(
  'review',
  inAcme(({ review }) => ({ review })),
)

const imported = swap(
  'import',
  inAcme(({ running }) => ({ import: running })),
)

const domain = swap(
  'domain',
  inAcme(({ domain }) => ({ domain })),
)
const proof = swap('domain', (_, { domain }) => ({ domain, secret: 'x' }), 'link-invalid')

/** For `SWAPS`: what is about requests, reviews, domains, templates, exports and imports. */
export const PROCESS_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'imports.get': [imported],
  'imports.rows': [imported],
  'imports.run': [imported],
  'imports.cancel': [imported],
  'imports.load': [
    swap(
      'import',
      inAcme(({ loading }) => ({
        import: loading,
        lines: [{ line: 2, cells: { recipient: 'ada@example.test' } }],
      })),
    ),
  ],
  'reviews.get': [review],
  'reviews.items': [
    review,
    swap(
      'cursor',
      async ({ organization, review }) => ({ organization, review, cursor: 'of another list' }),
      'cursor-invalid',
    ),
  ],
  'reviews.preview': [
    swap(
      'project',
      inAcme(({ project }, { ownerMember }) => ({ scope: 'project', project, reviewers: [ownerMember] })),
    ),
    swap(
      'reviewers',
      inAcme(({ ownerMember }) => ({ scope: 'organization', reviewers: [ownerMember] })),
    ),
  ],
  'reviews.verify': [review],
  'reviews.start': [
    swap(
      'project',
      inAcme(({ project }, { ownerMember }) => ({
        ...{ scope: 'project', project, reviewers: [ownerMember] },
        ...{ name: 'Spring', fallback: 'keep', deadline: Date.UTC(2027, 0, 1) },
      })),
    ),
    swap(
      'reviewers',
      inAcme(({ ownerMember }) => ({
        ...{ scope: 'organization', reviewers: [ownerMember] },
        ...{ name: 'Spring', fallback: 'keep', deadline: Date.UTC(2027, 0, 1) },
      })),
    ),
  ],
  'reviews.decide': [
    swap(
      'review',
      inAcme(({ review, reviewItem }) => ({ review, items: [reviewItem], decision: 'keep' })),
    ),
    swap(
      'items',
      inAcme(({ reviewItem }, { review }) => ({ review, items: [reviewItem], decision: 'keep' })),
    ),
    swap(
      'role',
      inAcme(({ projectRole }, { review, reviewItem }) => ({
        ...{ review, items: [reviewItem] },
        ...{ decision: 'change', role: projectRole },
      })),
    ),
  ],
  'reviews.close': [review],
  'reviews.cancel': [review],
  'exports.prepare': [
    swap(
      'role',
      inAcme(({ role }) => ({ what: 'members', format: 'csv', role })),
    ),
    swap(
      'project',
      inAcme(({ project }) => ({ what: 'assignments', format: 'csv', project })),
    ),
    swap(
      'sender',
      inAcme(({ owner }) => ({ what: 'invitations', format: 'csv', sender: owner })),
    ),
    swap(
      'person',
      inAcme(({ owner }) => ({ what: 'audit', format: 'csv', person: owner })),
    ),
  ],
  'onboarding.update': [
    swap(
      'steps',
      inAcme(({ step }) => ({ steps: [{ id: step, title: 'Say hello' }] })),
    ),
  ],
  'onboarding.tick': [
    swap(
      'step',
      inAcme(({ step }) => ({ step, done: true })),
    ),
  ],
  'domains.sendProof': [domain],
  'domains.update': [
    swap(
      'domain',
      inAcme(({ domain }) => ({ domain, autoJoin: null })),
    ),
    swap(
      'autoJoin',
      inAcme(({ role }, { provenDomain }) => ({ domain: provenDomain, autoJoin: role })),
    ),
  ],
  'domains.remove': [domain],
  'domains.view': [proof],
  'domains.verify': [proof],
  'domains.join': [swap('domain', (_, { provenDomain }) => ({ domain: provenDomain }))],
  'requests.make': [
    swap(
      'project',
      inAcme(({ project }) => ({ project, reason: 'To see it' })),
    ),
  ],
  // A request has one owner; the owner of acme is not the one of any other.
  'requests.withdraw': [swap('request', (_, { request }) => ({ request }))],
  'requests.list': [
    swap(
      'project',
      inAcme(({ project }) => ({ project })),
    ),
    otherCursor('requests'),
  ],
  'requests.approve': [
    swap(
      'request',
      inAcme(({ request }, { role }) => ({ request, role, ground: 'collaboration' })),
    ),
    swap(
      'role',
      inAcme(({ role }, { request }) => ({ request, role, ground: 'collaboration' })),
    ),
    swap(
      'projects',
      inAcme(({ project, projectRole }, { request, role }) => ({
        request,
        role,
        ground: 'collaboration',
        projects: [{ project, role: projectRole }],
      })),
    ),
  ],
  'requests.reject': [request],
}
