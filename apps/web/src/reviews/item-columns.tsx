import type { Decision } from '@roster/domain'
import { Link } from '@tanstack/react-router'
import { MoonStar, Users } from 'lucide-react'
import { RoleBadge } from '../members/role-badge.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { DecideButtons } from './decide-buttons.tsx'
import { isInactive, itemName } from './item-name.ts'
import { ItemOutcome } from './item-outcome.tsx'
import type { ReviewDetails, ReviewItem } from './types.ts'

type At = {
  organization: string
  /** Whether people’s pages are open to the reader. */
  seesMembers: boolean
  /** What the organization is called. */
  name: string
  review: Pick<ReviewDetails, 'state' | 'since' | 'inactiveDays' | 'scope'>
  refusals: ReadonlyMap<string, string>
  pending: boolean
  onDecide: (item: ReviewItem, decision: Decision) => void
}

/** What a row says of an access, and the decision about it. */
export function itemColumns({
  organization,
  seesMembers,
  name,
  review,
  refusals,
  pending,
  onDecide,
}: At): readonly Column<ReviewItem>[] {
  return [
    {
      id: 'who',
      header: 'Person or group',
      phone: 'title',
      cell: (item) => <Who item={item} organization={organization} leads={seesMembers} />,
    },
    {
      id: 'role',
      header: review.scope === 'organization' ? 'Role' : 'Role and where',
      width: 'w-36',
      cell: ({ role, project }) => (
        <span className="flex min-w-0 flex-col items-start gap-0.5 max-sm:flex-row max-sm:items-center max-sm:gap-1.5">
          <RoleBadge role={role} />
          {review.scope !== 'organization' && (
            <span className="flex min-w-0 max-w-full text-ink-muted text-xs">
              <Name>{project?.name ?? name}</Name>
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'since',
      header: 'Since',
      width: 'w-36',
      from: 'lg',
      phoneLabel: 'since',
      cell: ({ since, givenBy, reason, expiresAt }) => (
        <span className="flex min-w-0 flex-col leading-4.5">
          <span className="truncate">
            <Time at={since} as="date" />
            {expiresAt !== null && (
              <span className="text-ink-muted text-xs">
                {' '}
                until <Time at={expiresAt} as="date" />
              </span>
            )}
          </span>
          {(givenBy || reason) && (
            <span className="truncate text-ink-muted text-xs" data-tip={reason ?? undefined}>
              {givenBy && <>by {givenBy.name}</>}
              {reason && `${givenBy ? ': ' : ''}“${reason}”`}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'active',
      header: 'Last active',
      width: 'w-32',
      phoneLabel: 'active',
      cell: (item) =>
        item.group ? (
          <span className="text-ink-faint">group</span>
        ) : (
          <LastActive at={item.lastActiveAt} inactive={isInactive(item, review)} />
        ),
    },
    {
      id: 'decision',
      header: 'Decision',
      width: 'w-60',
      cell: (item) =>
        item.yours && review.state === 'open' ? (
          <span className="flex flex-col gap-1 whitespace-normal py-1">
            <DecideButtons
              item={item}
              onDecide={(decision) => onDecide(item, decision)}
              whyNot={pending ? 'Wait for the answer.' : undefined}
            />
            {refusals.has(item.id) && (
              <span role="alert" className="text-danger-ink text-xs">
                {refusals.get(item.id)}
              </span>
            )}
          </span>
        ) : (
          <ItemOutcome item={item} open={review.state === 'open'} />
        ),
    },
  ]
}

function LastActive({ at, inactive }: { at: number | null; inactive: boolean }) {
  return (
    <span className={cx('inline-flex min-w-0 items-center gap-1', inactive && 'text-warning-ink')}>
      {at === null ? 'never' : <Time at={at} />}
      {inactive && (
        <span
          data-tip="Inactive: by the last activity in the organization when the review started"
          className="inline-flex"
        >
          <MoonStar aria-hidden className="size-3.5" />
          <span className="sr-only">, inactive</span>
        </span>
      )}
    </span>
  )
}

function Who({ item, organization, leads }: { item: ReviewItem; organization: string; leads: boolean }) {
  const { person, group, member } = item
  const name = itemName(item)
  const detail = person?.email ?? (person?.username && `@${person.username}`)
  const inner = (
    <span className="flex min-w-0 items-center gap-2.5">
      {group ? (
        <span className="grid size-7 shrink-0 place-items-center rounded-control bg-pressed text-ink-muted">
          <Users aria-hidden className="size-4" />
        </span>
      ) : (
        <Avatar id={person?.user ?? item.id} name={name} photo={person?.avatar} />
      )}
      <span className="flex min-w-0 flex-col leading-4.5">
        <span className="flex min-w-0 group-hover/who:underline">
          <Name strong>{name}</Name>
        </span>
        {detail && <span className="truncate text-ink-muted text-xs">{detail}</span>}
      </span>
    </span>
  )
  const look = 'group/who block min-w-0 rounded-control'
  if (group) {
    return (
      <Link
        to="/$organization/groups/$group"
        params={{ organization, group: group.id }}
        preload={false}
        className={look}
      >
        {inner}
      </Link>
    )
  }
  // Whoever is no member any more has no page.
  if (!leads || !member || item.outcome === 'revoked') return inner
  return (
    <Link
      to="/$organization/members/$member"
      params={{ organization, member }}
      preload={false}
      className={look}
    >
      {inner}
    </Link>
  )
}
