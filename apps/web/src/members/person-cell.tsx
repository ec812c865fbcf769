import { Link } from '@tanstack/react-router'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { HoverCard } from '../ui/hover-card.tsx'
import { Name } from '../ui/name.tsx'
import { MemberCard } from './member-card.tsx'
import type { MembersSearch } from './search.ts'
import type { Member } from './types.ts'

type PersonCellProps = { member: Member; organization: string; search: MembersSearch }

/** Who it is: avatar with a card on hover, the name leading to the person, the username beneath. */
export function PersonCell({ member, organization, search }: PersonCellProps) {
  const { name, username } = member
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <HoverCard label={`About ${name}`} card={() => <MemberCard member={member} />}>
        <Link
          to="/$organization/members"
          params={{ organization }}
          search={{ ...search, member: member.member }}
          resetScroll={false}
          preload={false}
          className="flex min-w-0 items-center gap-2.5 rounded-control hover:underline"
        >
          <Avatar id={member.user} name={name} verified={member.verified} />
          <span className="flex min-w-0 flex-col leading-4.5">
            <Name strong>{name}</Name>
            {username && <span className="truncate text-ink-muted text-xs no-underline">@{username}</span>}
          </span>
        </Link>
      </HoverCard>
      {member.you && <Badge>You</Badge>}
    </span>
  )
}
