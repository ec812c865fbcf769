import { Link } from '@tanstack/react-router'
import { Avatar } from '../ui/avatar.tsx'
import { HoverCard } from '../ui/hover-card.tsx'
import { Name } from '../ui/name.tsx'
import { MemberCard } from './member-card.tsx'
import type { Member } from './types.ts'

type PersonCellProps = { member: Member; organization: string }

/** Who it is: avatar with a card on hover, the name leading to the person, the username beneath. */
export function PersonCell({ member, organization }: PersonCellProps) {
  const { name, username } = member
  return (
    <HoverCard label={`About ${name}`} card={() => <MemberCard member={member} />}>
      <Link
        to="/$organization/members/$member"
        params={{ organization, member: member.member }}
        preload={false}
        className="group/person flex min-w-0 items-center gap-2.5 rounded-control"
      >
        <Avatar id={member.user} name={name} photo={member.avatar} verified={member.verified} />
        <span className="flex min-w-0 flex-col leading-4.5">
          <span className="flex min-w-0 items-baseline gap-1.5">
            <span className="flex min-w-0 group-hover/person:underline">
              <Name strong>{name}</Name>
            </span>
            {member.you && <span className="text-ink-muted text-xs">you</span>}
          </span>
          {username && <span className="truncate text-ink-muted text-xs">@{username}</span>}
        </span>
      </Link>
    </HoverCard>
  )
}
