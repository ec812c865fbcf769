import { Link } from '@tanstack/react-router'
import { Avatar } from '../ui/avatar.tsx'
import { Card } from '../ui/card.tsx'
import { Name } from '../ui/name.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { Overview } from './types.ts'

type RecentlyJoinedProps = { organization: string; people: Overview['recentlyJoined'] }

/** The latest members, each leading to what is known of them. */
export function RecentlyJoined({ organization, people }: RecentlyJoinedProps) {
  const params = { organization }
  return (
    <Card
      title="Recently joined"
      actions={
        <span className="text-sm">
          <TextLink link={{ to: '/$organization/members', params, search: { sort: 'joined' } }}>
            All members
          </TextLink>
        </span>
      }
      flush
    >
      <ul className="divide-y divide-line">
        {people.map(({ user, member, name, username, verified, avatar, at }) => (
          <li key={member}>
            <Link
              to="/$organization/members/$member"
              params={{ organization, member }}
              className="flex min-h-11 items-center gap-2.5 px-4 py-1.5 -outline-offset-2 hover:bg-hover"
            >
              <Avatar id={user} name={name} photo={avatar} verified={verified} />
              <span className="flex min-w-0 flex-1 flex-col leading-4.5">
                <span className="flex min-w-0 text-sm">
                  <Name strong>{name}</Name>
                </span>
                {username && <span className="truncate text-ink-muted text-xs">@{username}</span>}
              </span>
              <span className="shrink-0 text-ink-muted text-xs">
                <Time at={at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
