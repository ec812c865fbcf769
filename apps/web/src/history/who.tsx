import type { UserId } from '@roster/domain'
import { Avatar } from '../ui/avatar.tsx'
import { Name } from '../ui/name.tsx'

type WhoProps = {
  person: { user: UserId; name: string; username: string | null; avatar: string | null; verified: boolean }
  you?: boolean | undefined
}

/** A person in a row: picture, name, username. */
export function Who({ person: { user, name, username, avatar, verified }, you = false }: WhoProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar id={user} name={name} photo={avatar} verified={verified} />
      <span className="flex min-w-0 flex-col leading-4.5">
        <span className="flex min-w-0 items-baseline gap-1.5">
          <span className="flex min-w-0 group-hover/person:underline">
            <Name strong>{name}</Name>
          </span>
          {you && <span className="text-ink-muted text-xs">you</span>}
        </span>
        {username && <span className="truncate text-ink-muted text-xs">@{username}</span>}
      </span>
    </span>
  )
}
