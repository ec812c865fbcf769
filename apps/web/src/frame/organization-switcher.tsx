import { ChevronsUpDown, Plus } from 'lucide-react'
import { Avatar } from '../ui/avatar.tsx'
import type { LinkTarget } from '../ui/link-target.ts'
import { Menu } from '../ui/menu.tsx'
import { Name } from '../ui/name.tsx'

export type FramePerson = {
  id: string
  name: string
  username: string
  photo?: string | null | undefined
}

export type FrameOrganization = {
  id: string
  name: string
  link: LinkTarget
  /** One's own role there, shown beneath the name. */
  role?: string | undefined
}

export type OrganizationSwitcherProps = {
  user: FramePerson
  organizations: readonly FrameOrganization[]
  /** Id of the organization one is in; `undefined` is the personal profile. */
  current: string | undefined
  /** Where the personal profile is. */
  homeLink: LinkTarget
  /** Left out: creating organizations is not offered. */
  createLink?: LinkTarget | undefined
  /** Why it cannot be created now. */
  createDisabledReason?: string | undefined
  onNavigate?: (() => void) | undefined
}

/** Which organization one is looking at, or oneself; and the way to the others. */
export function OrganizationSwitcher(props: OrganizationSwitcherProps) {
  const { user, organizations, current, homeLink, createLink, createDisabledReason, onNavigate } = props
  const here = organizations.find(({ id }) => id === current)
  const create = createLink && {
    label: 'Create organization',
    leading: (
      <span className="grid size-5 place-items-center">
        <Plus aria-hidden className="size-4 text-ink-faint" />
      </span>
    ),
    link: createLink,
    disabledReason: createDisabledReason,
    onSelect: onNavigate,
  }

  return (
    <Menu
      label="Switch organization"
      align="start"
      matchWidth
      sections={[
        {
          heading: 'Personal',
          items: [
            {
              id: user.id,
              label: <bdi>{user.name}</bdi>,
              leading: <Avatar id={user.id} name={user.name} photo={user.photo} size="small" />,
              link: homeLink,
              current: here === undefined,
              onSelect: onNavigate,
            },
          ],
        },
        {
          heading: 'Organizations',
          items: organizations.map(({ id, name, link, role }) => ({
            id,
            label: <bdi>{name}</bdi>,
            hint: role,
            leading: <Avatar id={id} name={name} size="small" square />,
            link,
            current: id === current,
            onSelect: onNavigate,
          })),
        },
        { items: create ? [create] : [] },
      ]}
      trigger={
        <button
          type="button"
          className="flex h-10 w-full items-center gap-2.5 rounded-control px-2 text-left hover:bg-hover data-[state=open]:bg-hover"
        >
          <Avatar
            id={here?.id ?? user.id}
            name={here?.name ?? user.name}
            photo={here ? undefined : user.photo}
            square={here !== undefined}
            size="normal"
          />
          <span className="sr-only">Switch organization, now </span>
          <span className="min-w-0 flex-1 font-semibold text-md">
            <Name>{here?.name ?? user.name}</Name>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    />
  )
}
