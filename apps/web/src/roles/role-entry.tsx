import { useLocation } from '@tanstack/react-router'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import { type ListedRole, roleAnchor } from './types.ts'

type RoleEntryProps = {
  role: ListedRole
  organization: string
  /** The reader's own. */
  own: boolean
  /** The reader may see who holds it. */
  linked: boolean
}

/** A role in a sentence, with how many hold it; marked when the address names it. */
export function RoleEntry({ role, organization, own, linked }: RoleEntryProps) {
  const anchor = roleAnchor(role)
  const pointedAt = useLocation({ select: ({ hash }) => hash === anchor })
  const holders = counted(role.members, 'person', 'people')
  return (
    <li
      id={anchor}
      className={cx(
        'flex scroll-mt-16 flex-wrap items-start justify-between gap-x-6 gap-y-1 px-4 py-3',
        pointedAt && 'bg-accent-tint',
      )}
    >
      <div className="min-w-0 max-w-prose flex-1 basis-64">
        <h3 className="flex min-w-0 flex-wrap items-center gap-2 font-medium text-md">
          <Name>{role.name}</Name>
          {own && <Badge meaning="accent">Your role</Badge>}
          {role.key === null && <Badge>Custom</Badge>}
        </h3>
        <p className="text-pretty text-ink-muted text-sm">{role.description}</p>
      </div>
      <p className="shrink-0 text-ink-muted text-sm tabular-nums leading-5.5">
        {linked && role.members > 0 ? (
          <TextLink
            link={{ to: '/$organization/members', params: { organization }, search: { role: role.id } }}
          >
            {holders}
          </TextLink>
        ) : (
          holders
        )}
      </p>
    </li>
  )
}
