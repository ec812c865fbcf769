import { Mail, Users } from 'lucide-react'
import { Avatar } from '../ui/avatar.tsx'
import { Name } from '../ui/name.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { Holder } from './types.ts'

/** One who holds a role: who it is, where, since when, and until when if there is an end. */
export function HolderRow({ holder, organization }: { holder: Holder; organization: string }) {
  const { person, group, invitation, project, since, expiresAt, by } = holder
  const Mark = group ? Users : Mail
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-sm">
      <span className="flex min-w-0 flex-1 basis-44 items-center gap-2.5">
        {person ? (
          <Avatar id={person.user} name={person.name} verified={person.verified} />
        ) : (
          <span className="grid size-7 shrink-0 place-items-center rounded-control bg-sunken text-ink-muted">
            <Mark aria-hidden className="size-4" />
          </span>
        )}
        {person ? (
          <TextLink
            link={{
              to: '/$organization/members/$member',
              params: { organization, member: person.member },
            }}
          >
            {person.name}
          </TextLink>
        ) : (
          <Name strong>{group?.name ?? invitation?.recipient ?? ''}</Name>
        )}
      </span>
      <span className="min-w-0 basis-36 text-ink-muted [overflow-wrap:anywhere]">
        {project ? project.name : 'Whole organization'}
        {project?.archived && ' (archived)'}
      </span>
      <span className="basis-60 text-ink-muted">
        since <Time at={since} as="date" />
        {by && (
          <>
            {' '}
            by <bdi>{by.name}</bdi>
          </>
        )}
        {expiresAt !== null && (
          <>
            , until <Time at={expiresAt} as="date" />
          </>
        )}
      </span>
    </li>
  )
}
