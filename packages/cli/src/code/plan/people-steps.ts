import type { GroupId } from '@roster/domain'
import { builtInNamed, inOrder, type Organization, type PersonKey, sameGrant } from '../model.ts'
import type { Step, Terms } from './step.ts'

const OWNER = builtInNamed('organization', 'owner')

/** What happens to people, by when it may happen. */
export type PeopleSteps = {
  /** Invitations that ran out, whose places a new one would carry on and is not to. */
  readonly withdraw: Step[]
  readonly invite: Step[]
  /** Owners come before those who are owners no more, so that there is one at each moment. */
  readonly promote: Step[]
  readonly change: Step[]
  readonly retitle: Step[]
  readonly remove: Step[]
}

/** What has to happen so that everybody is who the file says. */
export function peopleSteps(before: Organization, after: Organization): PeopleSteps {
  const steps: PeopleSteps = { withdraw: [], invite: [], promote: [], change: [], retitle: [], remove: [] }
  for (const person of inOrder(new Set([...before.people.keys(), ...after.people.keys()]))) {
    const was = before.people.get(person)
    const is = after.people.get(person)
    if (is && is.standing === 'invited' && was?.standing !== 'member') invited(steps, before, after, person)
    else if (was && !is) {
      const kind = was.standing === 'member' ? 'remove-member' : 'revoke-invitation'
      steps.remove.push({ do: kind, person, before: was })
    } else if (was?.standing === 'member' && is) {
      if (was.role !== is.role) {
        const grant = { role: is.role, until: null, reason: is.reason ?? null }
        const list = is.role === OWNER ? steps.promote : steps.change
        list.push({
          ...{ do: 'give', subject: { person }, project: null },
          ...{ before: { role: was.role, until: null }, after: grant },
        })
      }
      if (was.title !== is.title)
        steps.retitle.push({ do: 'set-title', person, before: was.title, after: is.title })
    }
  }
  // Whoever is invited to the same is invited together.
  steps.invite.sort((a, b) => compare(termsKey(a), termsKey(b)))
  return steps
}

function invited(steps: PeopleSteps, before: Organization, after: Organization, person: PersonKey): void {
  const was = before.people.get(person)
  const is = after.people.get(person)
  if (!is) return
  const to = termsOf(after, person)
  const reason = is.reason ?? [...is.projects.values()].find((grant) => grant.reason)?.reason ?? null
  const from = was ? termsOf(before, person) : null
  if (was?.standing === 'invited' && from) {
    if (!sameTerms(from, to))
      steps.invite.push({ do: 'edit-invitation', person, before: from, after: to, reason })
    return
  }
  // Inviting again would carry on what the invitation that ran out led to.
  const carried = was && from && !within(from, to)
  if (carried) steps.withdraw.push({ do: 'revoke-invitation', person, before: was })
  steps.invite.push({ do: 'invite', person, before: carried ? null : from, after: to, reason })
}

/** Where an invitation leads. */
export function termsOf(organization: Organization, person: PersonKey): Terms {
  const { role, projects, joinsDefaults } = organization.people.get(person) ?? {
    ...{ role: builtInNamed('organization', 'viewer'), projects: new Map(), joinsDefaults: false },
  }
  const groups = new Set<GroupId>()
  for (const ref of inOrder(organization.groups.keys())) {
    if (organization.groups.get(ref)?.people.has(person)) groups.add(ref)
  }
  return { role, projects, groups, joinsDefaults }
}

/** Whether everything that one leads to is among what the other does, be it with other roles. */
function within(one: Terms, other: Terms): boolean {
  return (
    [...one.projects.keys()].every((project) => other.projects.has(project)) &&
    [...one.groups].every((group) => other.groups.has(group))
  )
}

function sameTerms(one: Terms, other: Terms): boolean {
  return (
    one.role === other.role &&
    one.joinsDefaults === other.joinsDefaults &&
    one.projects.size === other.projects.size &&
    one.groups.size === other.groups.size &&
    within(one, other) &&
    [...one.projects].every(([project, grant]) => sameGrant(grant, other.projects.get(project)))
  )
}

/** Two invitations with the same key can be sent in one call. */
export function termsKey(step: Step): string {
  if (step.do !== 'invite') return `${step.do} ${'person' in step ? step.person : ''}`
  const { role, projects, groups, joinsDefaults } = step.after
  const places = inOrder(projects.keys()).map((project) => {
    const grant = projects.get(project)
    return [project, grant?.role, grant?.until]
  })
  return `invite ${JSON.stringify([role, joinsDefaults, step.reason, places, inOrder(groups)])}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
