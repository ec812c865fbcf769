import { csvLine } from '@roster/domain'
import { itemName } from './item-name.ts'
import type { ReviewDetails, ReviewItem } from './types.ts'
import { scopeText } from './words.ts'

const HEAD = [
  ...['Person or group', 'Kind', 'Email', 'Role', 'Where', 'Since', 'Given by', 'Reason', 'Last active'],
  ...[
    'Reviewer',
    'Decision',
    'Role changed to',
    'Decided by',
    'Decided at',
    'Outcome',
    'Refused because',
    'Note',
  ],
  ...['Assignment'],
] as const

/** The decisions of a review as a table for spreadsheets, a line each; safe to open. Times are UTC (ISO 8601). */
export function reportCsv(items: readonly ReviewItem[], organization: string): string {
  return [
    csvLine(HEAD),
    ...items.map((item) =>
      csvLine([
        ...[itemName(item), item.group ? 'group' : 'person', item.person?.email ?? '', item.role.name],
        ...[item.project?.name ?? organization, iso(item.since), item.givenBy?.name ?? '', item.reason ?? ''],
        ...[iso(item.lastActiveAt), item.reviewer?.name ?? '', item.decision ?? '', item.toRole ?? ''],
        ...[
          item.decidedBy?.name ?? (item.decision ? 'deadline' : ''),
          iso(item.decidedAt),
          item.outcome ?? '',
        ],
        ...[item.refusal ?? '', item.note ?? '', item.assignment],
      ]),
    ),
  ].join('')
}

/** The same for programs, with the terms and the seal. */
export function reportJson(
  review: ReviewDetails,
  items: readonly ReviewItem[],
  organization: string,
): string {
  const { id, name, scope, project, inactiveDays, state, fallback, since, deadline, closedAt, seal } = review
  const about = { id, name, organization, scope, project, inactiveDays, state, fallback }
  const times = { since: iso(since), deadline: iso(deadline), closedAt: iso(closedAt) }
  const label = { one: 'project', many: 'projects', One: 'Project', Many: 'Projects' }
  const reads = scopeText(review, organization, label)
  return `${JSON.stringify({ review: { ...about, reads, ...times, seal, startedBy: review.startedBy?.name ?? null }, items }, null, 2)}\n`
}

function iso(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString()
}
