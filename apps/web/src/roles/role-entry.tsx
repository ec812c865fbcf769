import type { Permission } from '@roster/domain'
import { useLocation } from '@tanstack/react-router'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { Menu } from '../ui/menu.tsx'
import { Name } from '../ui/name.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { heldText, isHeld } from './held-text.ts'
import { roleMenu } from './role-menu.ts'
import type { RolesDialog, RolesSearch } from './search.ts'
import { type ListedRole, roleAnchor } from './types.ts'

type RoleEntryProps = {
  role: ListedRole
  organization: string
  search: RolesSearch
  /** The reader's own. */
  own: boolean
  /** What the reader may do in the organization. */
  permissions: readonly Permission[]
  onOpen: (dialog: RolesDialog) => void
}

/** A role in a sentence, with how often it is held and what can be done to it; marked when the address names it. */
export function RoleEntry({ role, organization, search, own, permissions, onOpen }: RoleEntryProps) {
  const anchor = roleAnchor(role)
  const pointedAt = useLocation({ select: ({ hash }) => hash === anchor })
  const holders = heldText(role)
  const linked = permissions.includes('members.read') && isHeld(role)
  return (
    <li
      id={anchor}
      className={cx(
        'flex scroll-mt-16 items-start gap-x-3 py-3 pr-2 pl-4 sm:pr-3',
        pointedAt && 'bg-accent-tint',
      )}
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div className="min-w-0 max-w-prose flex-1 basis-64">
          <div className="flex min-w-0 flex-wrap items-center gap-2">
            <h3 className="min-w-0 font-medium text-md">
              <Name>{role.name}</Name>
            </h3>
            {own && <Badge meaning="accent">Your role</Badge>}
            {role.key === null && <Badge>Custom</Badge>}
          </div>
          {role.description && <p className="text-pretty text-ink-muted text-sm">{role.description}</p>}
        </div>
        <p className="text-ink-muted text-sm tabular-nums leading-5.5">
          {linked ? (
            <TextLink
              link={{
                to: '/$organization/roles',
                params: { organization },
                search: { ...search, dialog: 'holders', of: role.id },
              }}
            >
              {holders}
            </TextLink>
          ) : (
            holders
          )}
        </p>
      </div>
      {permissions.includes('roles.manage') && (
        <span className="-my-1.5 shrink-0">
          <Menu label={`Actions for ${role.name}`} sections={roleMenu(role, { permissions, onOpen })} />
        </span>
      )}
    </li>
  )
}
