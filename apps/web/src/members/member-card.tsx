import { Avatar } from '../ui/avatar.tsx'
import { Name } from '../ui/name.tsx'
import { Time } from '../ui/time.tsx'
import { EmailLink } from './email-link.tsx'
import { RoleBadge } from './role-badge.tsx'
import type { Member } from './types.ts'

/** The basics about a person, beside their avatar (D5). */
export function MemberCard({ member }: { member: Member }) {
  const { name, ownName, username, email, title } = member
  return (
    <div className="flex max-w-80 items-start gap-3 text-sm">
      <Avatar id={member.user} name={name} photo={member.avatar} size="large" verified={member.verified} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="font-semibold text-md">
          <Name>{name}</Name>
        </p>
        {ownName !== name && (
          <p className="truncate text-ink-muted">
            <Name>{ownName}</Name>
          </p>
        )}
        {title && (
          <p className="truncate">
            <Name>{title}</Name>
          </p>
        )}
        {username && <p className="truncate text-ink-muted">@{username}</p>}
        {email && (
          <p className="truncate text-ink-muted">
            <EmailLink email={email} />
          </p>
        )}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted">
          <RoleBadge role={member.role} />
          <span>
            joined <Time at={member.joinedAt} as="date" />
          </span>
        </p>
      </div>
    </div>
  )
}
