import { type GroupId, Refusal } from '@roster/domain'
import { z } from 'zod'
import { command } from '../platform/command.ts'
import { inProject } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import { groupsAt, invitationsAt, somePeopleAt } from './holders.ts'
import { endProject, totalsOf } from './store.ts'

/** How many of each are named; the others are counted. */
const NAMED_AT_MOST = 10

/** Who and what is in a project, for whoever is about to delete it. */
export interface DeletionPreview {
  readonly name: string
  /** Who hold a role in it directly. */
  readonly members: number
  readonly people: readonly Pick<Person, 'user' | 'name'>[]
  readonly groups: number
  readonly groupsNamed: readonly { readonly id: GroupId; readonly name: string }[]
  /** Open invitations that would have given a role in it; they stay open without it. */
  readonly invitations: number
}

/** What is lost with a project: every role in it, of people, groups and the invited. */
export const deletionPreview = query({
  permission: 'project.delete',
  input: inProject({}),
  async run({ db, organization, project }): Promise<DeletionPreview> {
    const totals = await totalsOf(db, project.id)
    const some = await somePeopleAt(db, { organization: organization.id, project: project.id }, NAMED_AT_MOST)
    const people = await peopleOf(db, organization.id, some)
    const groups = await groupsAt(db, { organization: organization.id, project: project.id })
    return {
      name: project.name,
      ...totals,
      people: [...people.values()].map(({ user, name }) => ({ user, name })),
      groupsNamed: groups.slice(0, NAMED_AT_MOST).map((row) => ({ id: row.group_id, name: row.group_name })),
      invitations: await invitationsAt(db, { organization: organization.id, project: project.id }),
    }
  },
})

/**
 * Ends a project for everybody: every role in it ends, its name is free again, its trail stays. `confirm` is the
 * name, typed; anything else refuses with `invalid-input`.
 */
export const deleteProject = command({
  permission: 'project.delete',
  records: 'project.deleted',
  input: inProject({ confirm: z.string().max(1_000) }),
  evenArchived: true,
  async run({ tx, organization, actor, project, now, change }, { confirm }) {
    if (confirm !== project.name) {
      throw new Refusal('invalid-input', { field: 'confirm', reason: `type ${project.name} to delete it` })
    }
    const at = { organization: organization.id, project: project.id }
    const facts = {
      project: project.id,
      ...(await totalsOf(tx, project.id)),
      invitations: await invitationsAt(tx, at),
    }
    await endProject(tx, { ...at, by: actor.id, now })
    return {
      result: { change },
      audit: { target: { kind: 'project', id: project.id }, facts },
      shownBy: ['members', 'groups', 'assignments', 'invitations', 'requests'],
    }
  },
})
