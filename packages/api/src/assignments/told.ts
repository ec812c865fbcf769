import type { AuditFacts } from '../platform/audit.ts'
import type { Slice } from '../platform/changes.ts'
import type { Done } from '../platform/command.ts'
import type { Step } from './plan.ts'

/** The entry of a step, and who else sees it. */
export function told(step: Step, action?: AuditFacts['action']): Told {
  const { subject } = step
  return {
    audit: entryOf(step, action),
    people: subject.kind === 'member' ? [subject.user] : [],
    shownBy: ['members', 'projects', 'groups', ...programs(subject)],
  }
}
function programs(subject: Step['subject']): readonly Slice[] {
  return subject.kind === 'member' && !subject.isPerson ? ['service-accounts'] : []
}

/** What tells of a step: its entry, the person whose own pages it touches, and the slices that show it. */
export interface Told extends Pick<Done<unknown>, 'people' | 'shownBy'> {
  readonly audit: AuditFacts
}

function entryOf(
  { subject, project, from, begins, ends, allowedBy }: Step,
  action?: AuditFacts['action'],
): AuditFacts {
  const target =
    subject.kind === 'member'
      ? ({ kind: 'user', id: subject.user } as const)
      : ({ kind: 'group', id: subject.group } as const)
  const facts = {
    ...(subject.kind === 'member' ? { member: subject.member } : { group: subject.group }),
    ...(project ? { project: project.id } : {}),
  }
  if (!begins) {
    const gone = ends ? { assignment: ends.id, role: ends.role.id, role_name: ends.role.name } : {}
    return { action: 'assignment.ended', target, allowedBy, facts: { ...facts, ...gone } }
  }
  const held = { assignment: begins.id, expires_at: begins.expiresAt }
  const to = begins.role
  if (!from || action) {
    const given = { role: to.id, role_name: to.name }
    return { action: action ?? 'assignment.given', target, allowedBy, facts: { ...facts, ...held, ...given } }
  }
  const change = {
    ...{ from_role: from.role.id, from_name: from.role.name, to_role: to.id, to_name: to.name },
    replaced: from.id,
  }
  // At the organization it is the role of a member, as everywhere else in the trail.
  const organization = subject.kind === 'member' && !project
  return {
    action: organization ? 'member.role-changed' : 'assignment.changed',
    target,
    allowedBy,
    facts: { ...facts, ...held, ...change },
  }
}
