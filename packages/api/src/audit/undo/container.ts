import { decide, type GroupId, isId, orThrow, type ProjectId, Refusal } from '@roster/domain'
import { sql } from 'kysely'
import { makeGroupFindable } from '../../groups/store.ts'
import { refuseTakenName } from '../../platform/names.ts'
import { assignmentsEndedIn, giveAgain } from './assignments.ts'
import { giveAgainPlaces, placesEndedIn } from './places.ts'
import type { Restored, UndoableEntry, UndoContext } from './scope.ts'
import { today } from './today.ts'

/**
 * Brings back an archived, restored or deleted project; a deleted one with everything that people, groups and open
 * invitations held in it. Refuses with `not-permitted`, `beyond-your-own`, `name-taken`, `changed-meanwhile`.
 */
export async function restoreProject(context: UndoContext, entry: UndoableEntry): Promise<Restored> {
  const id = entry.target?.id
  if (id === undefined || !isId('prj', id)) throw new Refusal('not-found')
  const needs = entry.action === 'project.deleted' ? 'project.delete' : 'project.update'
  orThrow(decide(context.held, needs, id))
  if (entry.action === 'project.deleted') return restoreDeletedProject(context, entry, id)
  await setArchived(context, id, entry.action === 'project.restored')
  return { people: [], shownBy: ['projects'], facts: { project: id } }
}

async function setArchived(
  { tx, organization, now }: UndoContext,
  project: ProjectId,
  archived: boolean,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('project')
    .set({ archived_at: archived ? now : null })
    .where('organization_id', '=', organization.id)
    .where('id', '=', project)
    .where('until', 'is', null)
    .where('archived_at', archived ? 'is' : 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

async function restoreDeletedProject(
  context: UndoContext,
  { change }: UndoableEntry,
  project: ProjectId,
): Promise<Restored> {
  const { tx, organization } = context
  const row = await tx
    .selectFrom('project')
    .select('name')
    .where('organization_id', '=', organization.id)
    .where('id', '=', project)
    .where('ended_in', '=', change)
    .executeTakeFirst()
  if (!row) throw new Refusal('changed-meanwhile')
  await refuseTakenName(tx, 'project', organization.id, row.name, project)
  await sql`
    update project set until = null, ended_by = null, ended_in = null
      where organization_id = ${organization.id} and id = ${project}
  `.execute(tx)
  const again: string[] = []
  for (const ended of await assignmentsEndedIn(tx, organization, change, sql`a.project_id = ${project}`)) {
    const subject = await today(context, ended.subject)
    const id = subject && (await giveAgain(context, ended, subject))
    if (id) again.push(id)
  }
  return { people: [], shownBy: ['projects', 'members', 'groups'], facts: { project, again } }
}

/**
 * Brings back a deleted group with who was in it, the groups it was in and the roles it held. Refuses with
 * `not-permitted`, `beyond-your-own`, `name-taken`, `group-cycle`, `changed-meanwhile`.
 */
export async function restoreGroup(context: UndoContext, entry: UndoableEntry): Promise<Restored> {
  const { tx, organization, held } = context
  const id = entry.target?.id
  if (id === undefined || !isId('grp', id)) throw new Refusal('not-found')
  orThrow(decide(held, 'groups.manage'))
  await unend(context, entry, id)
  const again: string[] = []
  // The roles first: whoever is put in afterwards must be somebody the caller may give them to.
  for (const ended of await assignmentsEndedIn(tx, organization, entry.change, sql`a.group_id = ${id}`)) {
    const given = await giveAgain(context, ended)
    if (given) again.push(given)
  }
  const of = sql`(p.group_id = ${id} or p.child_group_id = ${id})`
  await giveAgainPlaces(context, await placesEndedIn(tx, organization, entry.change, of))
  return { people: [], shownBy: ['groups', 'members', 'projects'], facts: { group: id, again } }
}

async function unend(
  { tx, organization }: UndoContext,
  { change }: UndoableEntry,
  group: GroupId,
): Promise<void> {
  const row = await tx
    .selectFrom('group')
    .select(['id', 'name', 'description'])
    .where('organization_id', '=', organization.id)
    .where('id', '=', group)
    .where('ended_in', '=', change)
    .executeTakeFirst()
  if (!row) throw new Refusal('changed-meanwhile')
  await refuseTakenName(tx, 'group', organization.id, row.name, group)
  await sql`
    update "group" set until = null, ended_by = null, ended_in = null
      where organization_id = ${organization.id} and id = ${group}
  `.execute(tx)
  await makeGroupFindable(tx, organization.id, row)
}
