import type { Source } from '../site/page.ts'
import { EVENTS } from './event-sentences.ts'
import { table } from './permissions.ts'

/** Chains of their own, outside of any organization: nothing is sent of them. */
const OUTSIDE = /^(?:instance|identity)\./

/** Slices by the name that the navigation of the product has for them. */
const SLICES: Readonly<Record<string, string>> = {
  organization: 'Organization',
  member: 'Members',
  invitation: 'Invitations',
  role: 'Roles',
  project: 'Projects',
  group: 'Groups',
  assignment: 'Access',
  request: 'Requests',
  domain: 'Domains',
  template: 'Messages',
  onboarding: 'First steps',
  review: 'Access reviews',
  export: 'Exports',
  import: 'Imports',
  'service-account': 'Service accounts',
  key: 'API keys',
  webhook: 'Webhooks',
  audit: 'Audit trail',
  change: 'Undo',
}

/** One page of everything the trail of an organization can say: the actions of its entries and the types of its events. */
export function eventsPage(actions: readonly string[]): Source {
  const own = actions.filter((action) => !OUTSIDE.test(action))
  const slices = [...new Set(own.map((action) => action.split('.')[0] ?? ''))]
  const sections = slices.map((slice) => {
    const rows = own
      .filter((action) => action.startsWith(`${slice}.`))
      .map((action) => [`\`${action}\``, EVENTS[action] ?? ''])
    return `## ${SLICES[slice] ?? slice}\n\n${table([['Type', 'What happened'], ...rows])}\n`
  })
  return {
    path: 'reference/events',
    group: 'Reference',
    order: 825,
    description: 'Everything the audit trail of an organization can say, by the type of its entry.',
    markdown: `# Events

Every change in an organization leaves an entry of one of these types in its audit trail, in the same transaction as the change itself. The names do not change. What happens to accounts outside of any organization, such as signing in, is in a trail of its own and not listed here.

${sections.join('\n')}`,
  }
}
