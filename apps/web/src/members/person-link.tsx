import type { MemberId, UserId } from '@roster/domain'
import { useHere } from '../organizations/here.ts'
import { Name } from '../ui/name.tsx'
import { TextLink } from '../ui/text-link.tsx'

type PersonLinkProps = {
  /** By membership where it is known; the account leads to the same page. */
  person: { user: UserId; member?: MemberId | undefined; name: string }
}

/** A person's name, leading to their page (D5) for whoever may see members; oneself to one's own. */
export function PersonLink({ person: { user, member, name } }: PersonLinkProps) {
  const { organization, here, may } = useHere()
  if (!may('members.read') && user !== here.me.user) return <Name>{name}</Name>
  return (
    <TextLink
      link={{ to: '/$organization/members/$member', params: { organization, member: member ?? user } }}
    >
      {/* Not cut off: a link is told by its underline. */}
      <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
    </TextLink>
  )
}
