import type { MemberId, Permission, ProjectId, UserId } from '@roster/domain'
import { Bot } from 'lucide-react'
import { WhyPopover } from '../assignments/why-popover.tsx'
import { useHere } from '../organizations/here.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Name } from '../ui/name.tsx'
import { TextLink } from '../ui/text-link.tsx'

type WhoMayRowProps = {
  subject: {
    member: MemberId
    user: UserId
    name: string | null
    email: string | null
    type: 'user' | 'service_account'
  }
  permission: Permission
  project: ProjectId | undefined
}

/** Somebody, or a program, that may do it; one press says why. */
export function WhoMayRow({ subject, permission, project }: WhoMayRowProps) {
  const { organization } = useHere()
  const { member, user, email, type } = subject
  const name = subject.name ?? ''
  const program = type === 'service_account'
  return (
    <li className="flex items-center gap-2.5 px-3 py-2 text-sm">
      {program ? (
        <span className="grid size-7 shrink-0 place-items-center rounded-control bg-sunken text-ink-muted">
          <Bot aria-hidden className="size-4" />
        </span>
      ) : (
        <Avatar id={user} name={name} />
      )}
      <span className="min-w-0 flex-1">
        {program ? (
          <Name strong>{name}</Name>
        ) : (
          <TextLink link={{ to: '/$organization/members/$member', params: { organization, member } }}>
            {name}
          </TextLink>
        )}
        <span className="block text-ink-muted [overflow-wrap:anywhere]">
          {program ? 'Service account' : email}
        </span>
      </span>
      <WhyPopover
        name={name}
        member={member}
        project={project}
        permission={permission}
        trigger={
          <Button size="small" aria-label={`Why ${name} may`}>
            Why
          </Button>
        }
      />
    </li>
  )
}
