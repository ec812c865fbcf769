import type { GroupId, Permission, ProjectId, RoleId } from '@roster/domain'
import { untilText } from '../document/until.ts'
import type { Grant } from '../model.ts'
import type { Plan } from '../plan/plan.ts'
import type { Step, Subject } from '../plan/step.ts'

/** How the things of a plan are called, be they there now or only afterwards. */
export type Names = {
  readonly role: (ref: RoleId) => string
  readonly project: (ref: ProjectId) => string
  readonly group: (ref: GroupId) => string
  readonly subject: (subject: Subject) => string
  /** A role with its end. */
  readonly grant: (grant: Grant) => string
  readonly place: (project: ProjectId | null) => string
}

/** The names that a plan speaks of. */
export function namesIn({ before, after }: Pick<Plan, 'before' | 'after'>): Names {
  const role = (ref: RoleId) => (after.roles.get(ref) ?? before.roles.get(ref))?.name ?? ''
  const project = (ref: ProjectId) => (after.projects.get(ref) ?? before.projects.get(ref))?.name ?? ''
  const group = (ref: GroupId) => (after.groups.get(ref) ?? before.groups.get(ref))?.name ?? ''
  const service = (key: string) => (after.services.get(key) ?? before.services.get(key))?.name ?? ''
  return {
    role,
    project,
    group,
    subject: (subject) => {
      if ('person' in subject) return subject.person
      return 'group' in subject
        ? `group ${group(subject.group)}`
        : `service account ${service(subject.service)}`
    },
    grant: (grant) => `${role(grant.role)}${grant.until === null ? '' : ` until ${untilText(grant.until)}`}`,
    place: (ref) => (ref === null ? 'the organization' : project(ref)),
  }
}

const MOST_LISTED = 8

/** Names in a sentence; of many the first. */
export function listing(words: readonly string[], most = MOST_LISTED): string {
  if (words.length <= most + 1) return words.join(', ')
  return `${words.slice(0, most).join(', ')} and ${words.length - most} more`
}

type Allows = { readonly name: string; readonly permissions: ReadonlySet<Permission> }

/** Permissions, or the role that allows just these; of many also what one role allows beyond another. */
export function permissionsInWords(permissions: readonly Permission[], roles: readonly Allows[]): string {
  const isAllOf = (role: Allows, but: ReadonlySet<Permission> = new Set()) => {
    const rest = [...role.permissions].filter((one) => !but.has(one))
    return (
      rest.length === permissions.length &&
      permissions.every((one) => role.permissions.has(one) && !but.has(one))
    )
  }
  if (permissions.length <= 1) return listing(permissions)
  const same = roles.find((role) => isAllOf(role))
  if (same) return `all that ${same.name} allows`
  if (permissions.length > MOST_LISTED) {
    for (const role of roles) {
      const less = roles.find((other) => isAllOf(role, other.permissions))
      if (less) return `all that ${role.name} allows beyond ${less.name}`
    }
  }
  return listing(permissions)
}

/** What a step does to what there is: makes, changes, or takes away. */
export function signOf(step: Step): '+' | '~' | '-' {
  if (/^(create|invite|add|nest|appoint)/.test(step.do)) return '+'
  if (step.do === 'give') return step.before === null ? '+' : '~'
  return /^(delete|take|remove|revoke|unnest|dismiss)/.test(step.do) ? '-' : '~'
}
