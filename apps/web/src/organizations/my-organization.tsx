import { Link } from '@tanstack/react-router'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'

type MyOrganizationProps = {
  organization: {
    id: string
    slug: string
    name: string
    role: { name: string }
    members: number
    /** Open ones; null for who may not see them. */
    invitations: number | null
  }
}

/** One of my organizations: what I am there and how many we are. The whole card leads to it. */
export function MyOrganization({ organization }: MyOrganizationProps) {
  const { id, slug, name, role, members, invitations } = organization
  return (
    <li className="min-w-0">
      <Link
        to="/$organization"
        params={{ organization: slug }}
        className="flex h-full items-start gap-3 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong hover:bg-hover"
      >
        <Avatar id={id} name={name} square />
        <span className="min-w-0 flex-1">
          <span className="flex items-center justify-between gap-2 leading-7">
            <Name strong>{name}</Name>
            <Badge>{role.name}</Badge>
          </span>
          <span className="block truncate text-ink-muted text-sm">
            {slug} · {counted(members, 'person', 'people')}
            {invitations !== null &&
              invitations > 0 &&
              ` · ${counted(invitations, 'invitation', 'invitations')} open`}
          </span>
        </span>
      </Link>
    </li>
  )
}
