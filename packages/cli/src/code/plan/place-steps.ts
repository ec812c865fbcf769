import { OWNERS_ONLY, type Permission, type ProjectId } from '@roster/domain'
import { type Grant, inOrder, type Organization, sameGrant } from '../model.ts'
import type { Step, Subject } from './step.ts'

/** What happens to roles; what comes to allow what only owners hold is changed after it was taken from groups. */
export function roleSteps(before: Organization, after: Organization) {
  const steps: Record<'create' | 'early' | 'late' | 'remove', Step[]> = {
    ...{ create: [], early: [], late: [], remove: [] },
  }
  for (const role of inOrder(new Set([...before.roles.keys(), ...after.roles.keys()]))) {
    const was = before.roles.get(role)
    const is = after.roles.get(role)
    if (is && !was) steps.create.push({ do: 'create-role', role, after: is })
    else if (was && !is) steps.remove.push({ do: 'delete-role', role, before: was })
    else if (was && is) {
      const same =
        was.name === is.name &&
        was.description === is.description &&
        was.permissions.join() === is.permissions.join()
      const list = is.permissions.some((one: Permission) => OWNERS_ONLY.has(one)) ? steps.late : steps.early
      if (!same) list.push({ do: 'update-role', role, before: was, after: is })
    }
  }
  return steps
}

/** What happens to projects: taken out of the archive first, put into it when all is done. */
export function projectSteps(before: Organization, after: Organization) {
  const steps: Record<'make' | 'archive' | 'remove', Step[]> = { make: [], archive: [], remove: [] }
  for (const project of inOrder(new Set([...before.projects.keys(), ...after.projects.keys()]))) {
    const was = before.projects.get(project)
    const is = after.projects.get(project)
    if (was && !is) steps.remove.push({ do: 'delete-project', project, before: was })
    if (!is) continue
    if (!was) steps.make.push({ do: 'create-project', project, after: { ...is, archived: false } })
    if (was?.archived && !is.archived) steps.make.push({ do: 'restore-project', project, before: was })
    const same =
      was?.name === is.name &&
      was.description === is.description &&
      was.visibility === is.visibility &&
      was.defaultRole === is.defaultRole
    if (was && !same) {
      const meanwhile = { ...is, archived: false }
      steps.make.push({ do: 'update-project', project, before: was, after: meanwhile })
    }
    if (is.archived && !was?.archived) steps.archive.push({ do: 'archive-project', project, before: is })
  }
  return steps
}

/** What happens to groups and within them: what is taken out comes before what would close a ring with it. */
export function groupSteps(before: Organization, after: Organization) {
  const steps: Record<'make' | 'unnest' | 'nest' | 'people' | 'dismiss' | 'leave' | 'remove', Step[]> = {
    ...{ make: [], unnest: [], nest: [], people: [], dismiss: [], leave: [], remove: [] },
  }
  const isMember = (key: string) =>
    before.people.get(key)?.standing === 'member' && after.people.get(key)?.standing === 'member'
  for (const group of inOrder(new Set([...before.groups.keys(), ...after.groups.keys()]))) {
    const was = before.groups.get(group)
    const is = after.groups.get(group)
    if (was && !is) steps.remove.push({ do: 'delete-group', group, before: was })
    if (!is) continue
    if (!was) steps.make.push({ do: 'create-group', group, after: is })
    else if (was.name !== is.name || was.description !== is.description)
      steps.make.push({ do: 'update-group', group, before: was, after: is })

    for (const child of inOrder(is.groups))
      if (!was?.groups.has(child)) steps.nest.push({ do: 'nest', group, child })
    for (const child of inOrder(was?.groups ?? []))
      if (!is.groups.has(child) && after.groups.has(child)) steps.unnest.push({ do: 'unnest', group, child })

    // Whoever is still invited comes into groups with the invitation.
    for (const person of inOrder(is.people).filter(isMember))
      if (!was?.people.has(person)) steps.people.push({ do: 'add-to-group', group, person })
    for (const person of inOrder(is.managers).filter(isMember))
      if (!was?.managers.has(person)) steps.people.push({ do: 'appoint', group, person })
    for (const person of inOrder(was?.people ?? []).filter(isMember)) {
      if (!is.people.has(person)) steps.leave.push({ do: 'remove-from-group', group, person })
      else if (was?.managers.has(person) && !is.managers.has(person))
        steps.dismiss.push({ do: 'dismiss', group, person })
    }
  }
  if (steps.nest.length > 0) steps.unnest.push(...ringsThroughDeleted(before, after))
  return steps
}

/** What is deleted last would close a ring until then. */
function ringsThroughDeleted(before: Organization, after: Organization): Step[] {
  return inOrder(before.groups.keys()).flatMap((group) =>
    inOrder(before.groups.get(group)?.groups ?? []).flatMap((child): Step[] =>
      after.groups.has(group) && after.groups.has(child) ? [] : [{ do: 'unnest', group, child }],
    ),
  )
}

/** What happens to service accounts. */
export function serviceSteps(before: Organization, after: Organization) {
  const steps: Record<'make' | 'remove', Step[]> = { make: [], remove: [] }
  for (const service of inOrder(new Set([...before.services.keys(), ...after.services.keys()]))) {
    const was = before.services.get(service)
    const is = after.services.get(service)
    if (is && !was) steps.make.push({ do: 'create-service', service, after: { ...is, projects: new Map() } })
    else if (was && !is) steps.remove.push({ do: 'delete-service', service, before: was })
    else if (was && is && (was.name !== is.name || was.description !== is.description))
      steps.make.push({ do: 'update-service', service, before: was, after: is })
  }
  return steps
}

/** The roles given and taken away, but those of people at the organization and of the invited. */
export function grantSteps(before: Organization, after: Organization) {
  const steps: Record<'give' | 'take', Step[]> = { give: [], take: [] }
  for (const group of inOrder(after.groups.keys())) {
    const was = before.groups.get(group)
    const is = after.groups.get(group)
    if (!is) continue
    one(steps, { group }, null, was?.organization ?? null, is.organization)
    each(steps, after, { group }, was?.projects, is.projects)
  }
  for (const person of inOrder(after.people.keys())) {
    const was = before.people.get(person)
    const is = after.people.get(person)
    if (was?.standing === 'member' && is) each(steps, after, { person }, was.projects, is.projects)
  }
  for (const service of inOrder(after.services.keys())) {
    const was = before.services.get(service)
    const is = after.services.get(service)
    if (!is) continue
    if (was)
      one(
        steps,
        { service },
        null,
        { role: was.role, until: null },
        { role: is.role, until: null, reason: is.reason ?? null },
      )
    each(steps, after, { service }, was?.projects, is.projects)
  }
  return steps
}

type GrantSteps = { readonly give: Step[]; readonly take: Step[] }

/** With a project, all that is held in it ends. */
function each(
  steps: GrantSteps,
  { projects }: Organization,
  subject: Subject,
  was: ReadonlyMap<ProjectId, Grant> | undefined,
  is: ReadonlyMap<ProjectId, Grant>,
): void {
  for (const project of inOrder(new Set([...(was?.keys() ?? []), ...is.keys()]))) {
    if (projects.has(project))
      one(steps, subject, project, was?.get(project) ?? null, is.get(project) ?? null)
  }
}

function one(
  { give, take }: GrantSteps,
  subject: Subject,
  project: ProjectId | null,
  before: Grant | null,
  after: Grant | null,
): void {
  if (sameGrant(before, after)) return
  if (after) give.push({ do: 'give', subject, project, before, after })
  else if (before) take.push({ do: 'take', subject, project, before })
}
