import {
  type AssignmentId,
  decide,
  type GroupId,
  type HeldAssignment,
  type Instant,
  type LeftOut,
  leftOut,
  type MemberId,
  mayGiveAll,
  type NewId,
  type OrganizationId,
  Refusal,
  type UserId,
} from '@roster/domain'
import { insertAssignments } from '../assignments/store.ts'
import { putInGroup } from '../groups/store.ts'
import type { Transaction } from '../platform/writer.ts'
import type { GroupTerm } from './group-term.ts'
import { mayGrantTerm, type ProjectRoleTerm, projectTermsOf, type Terms } from './term.ts'

/** Somebody who answers for a part of an invitation, as they stand today; null when they are not here any more. */
export type Giver = {
  readonly held: readonly HeldAssignment[]
  readonly manages: ReadonlySet<GroupId>
} | null

/** A part of an invitation, and why it would not be given today; null when it would. */
export type Weighed<Part> = Part & { readonly leftOut: LeftOut | null }

/** What an invitation gives besides the role at the organization, each part weighed by today's rules. */
export interface WeighedPlaces {
  readonly projects: readonly Weighed<ProjectRoleTerm>[]
  readonly groups: readonly Weighed<GroupTerm>[]
}

/** Weighs each part by whether whoever answers for it could still give it to a member (A09). */
export function weigh(terms: Terms, giverOf: (user: UserId | null) => Giver, now: Instant): WeighedPlaces {
  return {
    projects: projectTermsOf(terms).map((term) => ({
      ...term,
      leftOut: leftOut(
        {
          archived: term.projectArchived,
          ended: term.projectEnded || term.roleEnded,
          expiresAt: term.expiresAt,
          backed: mayPutInProject(giverOf(term.givenBy), term),
        },
        now,
      ),
    })),
    groups: terms.groups.map((term) => ({
      ...term,
      leftOut: leftOut(
        {
          archived: false,
          ended: false,
          expiresAt: null,
          backed: mayPutInGroup(giverOf(term.givenBy), term),
        },
        now,
      ),
    })),
  }
}

function mayPutInProject(giver: Giver, term: ProjectRoleTerm): boolean {
  if (!giver || decide(giver.held, 'project.members.manage', term.project) instanceof Refusal) return false
  return mayGrantTerm(giver.held, term) === true
}

function mayPutInGroup(giver: Giver, { group, grants }: GroupTerm): boolean {
  if (!giver) return false
  const decides = giver.manages.has(group) || !(decide(giver.held, 'groups.manage') instanceof Refusal)
  return decides && mayGiveAll(giver.held, grants) === true
}

/** What a new member got by accepting. */
export interface Given {
  readonly projects: readonly (ProjectRoleTerm & { readonly begun: AssignmentId })[]
  readonly groups: readonly GroupTerm[]
}

/** Gives a new member what the invitation gives beside the role at the organization (I11), each by whoever gave it. */
export async function giveToMember(
  tx: Transaction,
  newId: NewId,
  places: WeighedPlaces,
  { organization, member, now }: { organization: OrganizationId; member: MemberId; now: Instant },
): Promise<Given> {
  const projects = places.projects
    .filter((term) => term.leftOut === null)
    .map((term) => ({ ...term, begun: newId('asg') }))
  await insertAssignments(
    tx,
    projects.map(({ begun, role, project, expiresAt, givenBy, reason }) => ({
      id: begun,
      organization,
      subject: { member },
      role: role.id,
      project,
      expiresAt,
      reason,
      by: givenBy,
      now,
    })),
  )
  const groups = places.groups.filter((term) => term.leftOut === null)
  for (const { group, givenBy } of groups) {
    await putInGroup(tx, newId, { organization, group, who: { member }, by: givenBy, now })
  }
  return { projects, groups }
}
