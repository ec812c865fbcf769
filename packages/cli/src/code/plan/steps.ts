import type { OrganizationPolicies } from '@roster/domain'
import type { Organization } from '../model.ts'
import { peopleSteps } from './people-steps.ts'
import { grantSteps, groupSteps, projectSteps, roleSteps, serviceSteps } from './place-steps.ts'
import type { Step } from './step.ts'

/**
 * What has to happen so that one organization becomes the other, in an order in which each step is possible when its
 * turn comes: what is needed is made first, what is given comes before what is taken away, and what ends for good
 * comes last. Where seats are few, those that become free are freed before they are needed.
 */
export function stepsBetween(before: Organization, after: Organization): readonly Step[] {
  const roles = roleSteps(before, after)
  const projects = projectSteps(before, after)
  const groups = groupSteps(before, after)
  const services = serviceSteps(before, after)
  const grants = grantSteps(before, after)
  const people = peopleSteps(before, after)
  const freed = seatsNeeded(before, after) ? people.remove : []
  const own = (step: Step) =>
    step.do === 'give' &&
    step.project === null &&
    'person' in step.subject &&
    step.subject.person === before.me
  return [
    ...organizationSteps(before, after),
    ...roles.create,
    ...roles.early,
    ...projects.make,
    ...groups.make,
    ...groups.unnest,
    ...groups.nest,
    ...services.make,
    ...people.promote,
    ...people.change.filter((step) => !own(step)),
    ...grants.give,
    ...freed,
    ...people.withdraw,
    ...people.invite,
    ...groups.people,
    ...people.retitle,
    ...groups.dismiss,
    ...groups.leave,
    ...grants.take,
    ...projects.archive,
    ...(freed.length > 0 ? [] : people.remove),
    ...services.remove,
    ...groups.remove,
    ...projects.remove,
    ...roles.late,
    ...roles.remove,
    // Whoever takes rights from themself can do nothing more afterwards.
    ...people.change.filter(own),
  ]
}

function organizationSteps(before: Organization, after: Organization): Step[] {
  const policies = changedPolicies(before.policies, after.policies)
  const name = before.name === after.name ? null : after.name
  if (name === null && policies === null) return []
  return [
    { do: 'update-organization', name, policies, before: { name: before.name, policies: before.policies } },
  ]
}

/** The policies that are different; null where none is. */
function changedPolicies(
  before: OrganizationPolicies,
  after: OrganizationPolicies,
): Partial<OrganizationPolicies> | null {
  const changed: Partial<OrganizationPolicies> = Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(before, key)),
    ),
  )
  return Object.keys(changed).length === 0 ? null : changed
}

function seatsNeeded(before: Organization, after: Organization): boolean {
  const { seats } = after.policies
  if (seats === null) return false
  const people = new Set(before.people.keys())
  for (const [key, { standing }] of before.people) if (standing === 'expired') people.delete(key)
  for (const [key, { standing }] of after.people) if (standing === 'invited') people.add(key)
  return people.size > seats
}
