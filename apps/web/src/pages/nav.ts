import {
  CircleUser,
  ClipboardCheck,
  FolderKanban,
  History,
  House,
  Inbox,
  Network,
  Settings,
  Shield,
  Users,
} from 'lucide-react'
import type { NavEntry } from '../frame/side-bar.tsx'
import { labelOf } from '../projects/label-of.ts'

export type MyOrganization = {
  slug: string
  permissions: readonly string[]
  members: number
  /** Those that wait for an answer; null for who answers none. */
  requests: number | null
  /** What one is to decide about in reviews; null for who has none to look at. */
  reviews: number | null
  /** What it calls its projects. */
  projectLabel: { one: string; many: string }
}

/** The pages of an organization that somebody with these permissions can open. */
export function organizationNav({
  slug,
  permissions,
  members,
  requests,
  reviews,
  projectLabel,
}: MyOrganization): readonly NavEntry[] {
  const params = { organization: slug }
  const may = (permission: string) => permissions.includes(permission)
  const entries: readonly (NavEntry | false)[] = [
    { label: 'Home', icon: House, link: { to: '/$organization', params }, exact: true },
    may('members.read') && {
      label: 'Members',
      icon: Users,
      link: { to: '/$organization/members', params },
      count: members,
    },
    may('groups.read') && {
      label: 'Groups',
      icon: Network,
      link: { to: '/$organization/groups', params },
    },
    may('projects.read') && {
      label: labelOf(projectLabel).Many,
      icon: FolderKanban,
      link: { to: '/$organization/projects', params },
    },
    { label: 'Roles', icon: Shield, link: { to: '/$organization/roles', params } },
    requests !== null && {
      label: 'Requests',
      icon: Inbox,
      link: { to: '/$organization/requests', params },
      count: requests || undefined,
    },
    reviews !== null && {
      label: 'Reviews',
      icon: ClipboardCheck,
      link: { to: '/$organization/reviews', params },
      count: reviews || undefined,
    },
    may('audit.read') && { label: 'Audit', icon: History, link: { to: '/$organization/audit', params } },
    { label: 'Settings', icon: Settings, link: { to: '/$organization/settings', params } },
  ]
  return entries.filter((entry) => entry !== false)
}

/** The pages that belong to nobody but oneself. */
export const PERSONAL_NAV: readonly NavEntry[] = [
  { label: 'Home', icon: House, link: { to: '/' }, exact: true },
  { label: 'My account', icon: CircleUser, link: { to: '/account' } },
]
