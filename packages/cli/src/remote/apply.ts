import type { Grant } from '../code/model.ts'
import type { Step, Subject, Terms } from '../code/plan/step.ts'
import type { StepRefused } from '../code/remote.ts'
import type { Connection } from '../connection.ts'
import { sentencesOf } from '../stopped-by.ts'
import { type Ids, idIn } from './ids.ts'

/** What became of one of many. */
type Outcome = { readonly refusal: StepRefused | null }

/** Does these steps, neighbours of one kind in one call; for each null, or why not. */
export async function applyBatch(
  connection: Connection,
  ids: Ids,
  batch: readonly Step[],
): Promise<readonly (StepRefused | null)[]> {
  const [first] = batch
  if (!first) return []
  try {
    const outcomes = await many(connection, ids, batch, first)
    if (outcomes) return outcomes.map(({ refusal }) => refusal)
    for (const step of batch) await one(connection, ids, step)
    return batch.map(() => null)
  } catch (error) {
    const why = refusalIn(error)
    // Whatever is done one by one comes alone.
    return batch.map(() => why)
  }
}

function refusalIn(error: unknown): StepRefused {
  if (error instanceof Error && error.name === 'RosterError' && 'code' in error)
    return { code: String(error.code), message: sentencesOf(error) }
  throw error
}

/** What Roster does for many at once; null for everything else. */
async function many(
  { organization }: Connection,
  ids: Ids,
  batch: readonly Step[],
  first: Step,
): Promise<readonly Outcome[] | null> {
  const people = batch.flatMap((step) => ('person' in step ? [step.person] : []))
  const members = () => people.map((person) => idIn(ids.members, person))
  switch (first.do) {
    case 'invite': {
      const { results } = await organization.invitations.create(people, {
        ...termsGiven(ids, first.after),
        reason: first.reason,
      })
      for (const [index, { result }] of results.entries()) {
        const person = people[index]
        if (result && person !== undefined) ids.invitations.set(person, result.id)
      }
      return results
    }
    case 'revoke-invitation': {
      const invitations = people.map((person) => idIn(ids.invitations, person))
      return (await organization.invitations.revokeMany(invitations)).results
    }
    case 'remove-member':
      return (await organization.members.removeMany(members())).results
    case 'add-to-group':
      return (await organization.groupMembers.add(idIn(ids.groups, first.group), members())).results
    case 'remove-from-group':
      return (await organization.groupMembers.removeMany(idIn(ids.groups, first.group), members())).results
    case 'give':
    case 'take':
      return held(organization, ids, first)
    default:
      return null
  }
}

type Held = Extract<Step, { do: 'give' | 'take' }>

/** A role at the organization is changed where it belongs to; every other one is assigned. */
async function held(
  { members, serviceAccounts, assignments }: Connection['organization'],
  ids: Ids,
  step: Held,
): Promise<readonly Outcome[]> {
  const { subject, project } = step
  const after = step.do === 'give' ? step.after : null
  const done: readonly Outcome[] = [{ refusal: null }]
  if (after && project === null && !('group' in subject)) {
    const given = { roleId: idIn(ids.roles, after.role), ...(after.reason && { reason: after.reason }) }
    if ('person' in subject) await members.updateRole(idIn(ids.members, subject.person), given)
    else await serviceAccounts.update(idIn(ids.services, subject.service).id, given)
    return done
  }
  const { results } = await assignments.assign({
    changes: [
      {
        subject: subjectGiven(ids, subject),
        project: project && idIn(ids.projects, project),
        roleId: after && idIn(ids.roles, after.role),
        expiresAt: after && untilGiven(after),
        ...(after?.reason && { reason: after.reason }),
      },
    ],
  })
  return results
}

function subjectGiven(ids: Ids, subject: Subject) {
  if ('group' in subject) return { group: idIn(ids.groups, subject.group) }
  const member =
    'person' in subject ? idIn(ids.members, subject.person) : idIn(ids.services, subject.service).member
  return { member }
}

function untilGiven({ until }: Grant): string | null {
  return until === null ? null : new Date(until).toISOString()
}

function termsGiven(ids: Ids, { role, projects, groups, joinsDefaults }: Terms) {
  return {
    roleId: idIn(ids.roles, role),
    projects: [...projects].map(([project, grant]) => ({
      project: idIn(ids.projects, project),
      roleId: idIn(ids.roles, grant.role),
      expiresAt: untilGiven(grant),
    })),
    groups: [...groups].map((group) => idIn(ids.groups, group)),
    defaultProjects: joinsDefaults,
  }
}

/** The steps that Roster does one by one. */
async function one({ client, organization }: Connection, ids: Ids, step: Step): Promise<void> {
  const { roles, projects, groups, groupMembers, members, serviceAccounts } = organization
  switch (step.do) {
    case 'update-organization':
      await organization.update({
        ...(step.name !== null && { name: step.name }),
        ...(step.policies && { policies: step.policies }),
      })
      return
    case 'create-role': {
      const { level, name, description, permissions } = step.after
      ids.roles.set(step.role, (await roles.create({ level, name, description, permissions })).id)
      return
    }
    case 'update-role': {
      const { before, after } = step
      await roles.update(idIn(ids.roles, step.role), {
        ...different(before, after, ['name', 'description']),
        ...(before.permissions.join() !== after.permissions.join() && {
          permissions: after.permissions,
          seen: before.permissions,
        }),
      })
      return
    }
    case 'delete-role':
      await roles.delete(idIn(ids.roles, step.role))
      return
    case 'create-project': {
      const { name, description, visibility, defaultRole } = step.after
      const made = await projects.create({
        ...{ name, description, visibility },
        ...(defaultRole && { defaultRole: idIn(ids.roles, defaultRole) }),
      })
      ids.projects.set(step.project, made.id)
      return
    }
    case 'update-project': {
      const { before, after } = step
      const defaultRole = after.defaultRole && idIn(ids.roles, after.defaultRole)
      await client.project(idIn(ids.projects, step.project)).update({
        ...different(before, after, ['name', 'description', 'visibility']),
        ...(before.defaultRole !== after.defaultRole && { defaultRole }),
      })
      return
    }
    case 'archive-project':
      await client.project(idIn(ids.projects, step.project)).archive()
      return
    case 'restore-project':
      await client.project(idIn(ids.projects, step.project)).restore()
      return
    case 'delete-project':
      await client.project(idIn(ids.projects, step.project)).delete({ confirm: step.before.name })
      return
    case 'create-group': {
      const { name, description } = step.after
      ids.groups.set(step.group, (await groups.create({ name, description })).id)
      return
    }
    case 'update-group':
      await groups.update(
        idIn(ids.groups, step.group),
        different(step.before, step.after, ['name', 'description']),
      )
      return
    case 'delete-group':
      await groups.delete(idIn(ids.groups, step.group), { confirm: step.before.name })
      return
    case 'nest':
      await groups.nest(idIn(ids.groups, step.group), idIn(ids.groups, step.child))
      return
    case 'unnest':
      await groups.unnest(idIn(ids.groups, step.group), idIn(ids.groups, step.child))
      return
    case 'appoint':
    case 'dismiss': {
      const manager = step.do === 'appoint'
      await groupMembers.update(idIn(ids.groups, step.group), idIn(ids.members, step.person), { manager })
      return
    }
    case 'set-title':
      await members.update(idIn(ids.members, step.person), { title: step.after })
      return
    case 'edit-invitation':
      await editInvitation(organization, ids, step)
      return
    case 'create-service': {
      const { name, description, role, reason } = step.after
      const made = await serviceAccounts.create({
        ...{ name, description, roleId: idIn(ids.roles, role) },
        ...(reason && { reason }),
      })
      ids.services.set(step.service, { id: made.id, member: made.member })
      return
    }
    case 'update-service':
      await serviceAccounts.update(
        idIn(ids.services, step.service).id,
        different(step.before, step.after, ['name', 'description']),
      )
      return
    case 'delete-service':
      await serviceAccounts.remove(idIn(ids.services, step.service).id)
      return
    default:
      throw new Error(`${step.do} is done for many at once`)
  }
}

/** While its mail is on its way an invitation stays as it is; then another one takes its place. */
async function editInvitation(
  { invitations }: Connection['organization'],
  ids: Ids,
  { person, after, reason }: Extract<Step, { do: 'edit-invitation' }>,
): Promise<void> {
  const id = idIn(ids.invitations, person)
  const terms = { ...termsGiven(ids, after), reason }
  try {
    await invitations.update(id, terms)
  } catch (error) {
    if (refusalIn(error).code !== 'invitation-not-open') throw error
    await invitations.revoke(id)
    const { results } = await invitations.create([person], terms)
    for (const { result, refusal } of results) {
      if (refusal) throw new NotInvited(refusal)
      ids.invitations.set(person, result.id)
    }
  }
}

/** Roster took the one back and did not send another. */
class NotInvited extends Error {
  readonly code: string

  constructor({ code, message }: StepRefused) {
    super(message)
    this.name = 'RosterError'
    this.code = code
  }
}

/** What one has otherwise than the other, of these fields. */
function different<Value extends object, Field extends keyof Value>(
  before: Value,
  after: Value,
  fields: readonly Field[],
): { [Key in Field]?: Value[Key] } {
  const changed: { [Key in Field]?: Value[Key] } = {}
  for (const field of fields) if (before[field] !== after[field]) changed[field] = after[field]
  return changed
}
