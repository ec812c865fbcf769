import { exactTime } from '../ui/time-text.ts'
import { roleName } from './names.tsx'
import { roleChanges } from './role-facts.ts'
import type { AuditItem } from './types.ts'

type Fact = AuditItem['facts'][string]

/** Something that was one thing before and is another after. */
export type Change = { what: string; before: string; after: string }

const SETTINGS: Readonly<Record<string, string>> = {
  name: 'the name of the organization',
  slug: 'the short name of the organization',
  managedBy: 'who manages members',
  projectLabel: 'what projects are called',
  'expiryDays.default': 'how long invitations usually stay open',
  'expiryDays.min': 'how long invitations stay open at least',
  'expiryDays.max': 'how long invitations stay open at most',
  'expiryDays.never': 'whether invitations may stay open for ever',
  seats: 'how many seats there are',
  allowedDomains: 'the allowed domains',
  blockedDomains: 'the blocked domains',
  oneOrganizationPerAccount: 'whether members may belong elsewhere',
  defaultRole: 'the usual role of invitations',
  addToDefaultProjects: 'whether invited people join the default projects',
  joinRequests: 'whether people may ask to join',
  requireReason: 'whether powerful roles take a reason',
  reminders: 'whether people are reminded of invitations',
  historyDays: 'how long the personal data of invitations is kept',
  auditDays: 'how long the audit trail is kept',
  entitlements: 'what the organization offers',
}

/** A setting of the organization as the end of "… changed". */
export function settingName(field: Fact | undefined): string {
  return (typeof field === 'string' && SETTINGS[field]) || 'a setting of the organization'
}

/** What was before and after, as far as the entry says. */
export function changesOf(item: AuditItem): readonly Change[] {
  const { action, facts } = item
  switch (action) {
    case 'organization.updated': {
      const { field = null, before = null, after = null } = facts
      const what = sentenceCase(settingName(field))
      return [{ what, before: settingValue(field, before), after: settingValue(field, after) }]
    }
    case 'project.updated':
      return projectChange(facts)
    case 'role.created':
    case 'role.updated':
    case 'role.deleted':
      return roleChanges(item)
    case 'project.transferred': {
      const role = roles(item, 'Role in it', ['from_role', 'from_name'], ['to_role', 'to_name'])
      return [facts.from_role === undefined ? { ...role, before: 'None' } : role]
    }
    case 'member.role-changed':
      return [roles(item, 'Role', ['from_role', 'from_name'], ['to_role', 'to_name'])]
    case 'member.ownership-transferred':
      return [
        roles(
          item,
          `Role of ${item.target?.person?.name ?? 'the new owner'}`,
          ['from_role', 'from_name'],
          ['to_role', 'to_name'],
        ),
        roles(
          item,
          `Role of ${item.actor?.name ?? 'the giver'}`,
          ['to_role', 'to_name'],
          ['own_role', 'own_name'],
        ),
      ].filter(({ before, after }) => before !== after)
    case 'invitation.edited':
      return [
        ...(facts.to === undefined ? [] : [roles(item, 'Role', ['from'], ['to'])]),
        ...placeChanges(item),
      ]
    case 'invitation.sent':
      return placeChanges(item)
    case 'domain.updated': {
      const { field, before = null, after = null } = facts
      const joins = (role: Fact) =>
        role === null ? 'Not at all' : (item.labels[String(role)] ?? 'A role that is gone')
      return field === 'autoJoin'
        ? [{ what: 'People there join as', before: joins(before), after: joins(after) }]
        : [{ what: 'Proof sent to', before: plain(before), after: plain(after) }]
    }
    case 'invitation.extended':
      return [{ what: 'Expiry', before: expiry(facts.from), after: expiry(facts.to) }]
    case 'member.removed':
    case 'member.left':
      return [{ what: 'Role', before: named(item, ['role', 'role_name']), after: 'None' }]
    case 'member.joined':
      return [{ what: 'Role', before: 'None', after: named(item, ['role', 'role_name']) }]
    default:
      return []
  }
}

const OF_A_PROJECT: Readonly<Record<string, string>> = {
  name: 'Name',
  visibility: 'Who knows of it',
  defaultRole: 'Role of those who join',
}
const VISIBILITIES: Readonly<Record<string, string>> = {
  private: 'Only its people',
  organization: 'Visible to the organization',
  requests: 'Open to requests',
}

/** Of the description only that it changed: free text is not recorded. */
function projectChange({ field, before = null, after = null }: AuditItem['facts']): readonly Change[] {
  const what = typeof field === 'string' ? OF_A_PROJECT[field] : undefined
  if (!what) return []
  const said = (value: Fact) => (typeof value === 'string' && VISIBILITIES[value]) || plain(value)
  return [{ what, before: said(before), after: said(after) }]
}

/** The projects with their roles, and the groups, that an invitation led to before and after. */
function placeChanges(item: AuditItem): readonly Change[] {
  const { default_projects: byDefault } = item.facts
  return [
    { what: 'Projects', before: placed(item, 'projects_taken'), after: placed(item, 'projects_given') },
    { what: 'Groups', before: placed(item, 'groups_taken'), after: placed(item, 'groups_given') },
    ...(typeof byDefault === 'boolean'
      ? [{ what: 'Default projects', before: byDefault ? 'No' : 'Yes', after: byDefault ? 'Yes' : 'No' }]
      : []),
  ].filter(({ before, after }) => before !== after)
}

/** What stands in such a list by name; of a project, the role at the same place of its own list. */
function placed({ facts, labels }: AuditItem, list: string): string {
  const ids = facts[list]
  if (!Array.isArray(ids) || ids.length === 0) return 'None'
  const roleIds = facts[list.replace('projects', 'roles')]
  return ids
    .map((id: string, at) => {
      const role = Array.isArray(roleIds) && list.startsWith('projects') ? labels[roleIds[at]] : undefined
      return `${labels[id] ?? 'one that is gone'}${role ? ` (${role})` : ''}`
    })
    .join(', ')
}

type Keys = readonly [id: string, name?: string]

function roles(item: AuditItem, what: string, before: Keys, after: Keys): Change {
  return { what, before: named(item, before), after: named(item, after) }
}

function named(item: AuditItem, [id, name]: Keys): string {
  return roleName(item, id, name) ?? 'A role that is gone'
}

function settingValue(field: Fact, value: Fact): string {
  if (field === 'managedBy') return value === 'owners' ? 'Owners only' : 'Owners and admins'
  if (field === 'seats') return value === null ? 'No limit' : plain(value)
  if (field === 'entitlements') return value === 1 ? '1 offer' : `${plain(value)} offers`
  if (value === null && (field === 'historyDays' || field === 'auditDays')) return 'For ever'
  if (field === 'oneOrganizationPerAccount') return value ? 'No' : 'Yes'
  if (Array.isArray(value) && value.length === 0) return 'None'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return value === 1 ? '1 day' : `${value} days`
  return plain(value)
}

function expiry(at: Fact | undefined): string {
  return typeof at === 'number' ? exactTime(at) : 'Never'
}

/** A fact as it was recorded, for whoever wants to see everything. */
export function plain(value: Fact): string {
  if (value === null) return 'None'
  return typeof value === 'object' ? value.join(', ') : String(value)
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
