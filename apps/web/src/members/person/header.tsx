import type { ReactNode } from 'react'
import { useHere } from '../../organizations/here.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Name } from '../../ui/name.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { EmailLink } from '../email-link.tsx'
import type { Member } from '../types.ts'

type PersonHeaderProps = {
  person: Pick<Member, 'user' | 'name' | 'username' | 'email' | 'avatar' | 'verified'>
  title?: string | null | undefined
  you?: boolean | undefined
  actions: ReactNode
}

/** Whose page it is. */
export function PersonHeader({ person, title, you = false, actions }: PersonHeaderProps) {
  const { organization, may } = useHere()
  const { user, name, username, email, avatar, verified } = person
  return (
    <PageHeader
      back={
        may('members.read') ? (
          <TextLink link={{ to: '/$organization/members', params: { organization } }}>Members</TextLink>
        ) : undefined
      }
      title={
        <span className="flex min-w-0 items-center gap-3">
          <Avatar id={user} name={name} photo={avatar} size="large" verified={verified} />
          <span className="flex min-w-0 flex-wrap items-center gap-x-2">
            <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
            {you && <Badge>You</Badge>}
          </span>
        </span>
      }
      subtitle={
        <span className="mt-1 flex flex-wrap items-baseline gap-x-2">
          {title && <Name>{title}</Name>}
          {username && <span>@{username}</span>}
          {email && <EmailLink email={email} />}
        </span>
      }
      actions={actions}
    />
  )
}
