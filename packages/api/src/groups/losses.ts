import {
  type GroupEdge,
  type GroupId,
  lossesOf,
  type MemberId,
  mayChangeMembers,
  mayGiveAll,
  orThrow,
  type Permission,
  Refusal,
  type RefusalCode,
} from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type QueryContext, query } from '../platform/query.ts'
import type { ProjectRef } from '../projects/rows.ts'
import { seenProjects } from '../projects/seen-refs.ts'
import type { RoleRef } from '../roles/store.ts'
import { givenBy } from './given.ts'
import { heldBy, standingsOf } from './held-through.ts'
import { Members } from './input.ts'
import { type PeopleList, peoplePart, peopleTotal } from './people.ts'
import { groupOf, isManagerOf } from './target.ts'
import { totalsOf } from './totals.ts'
import { edgesWithin, waysFrom } from './tree.ts'

/** What one person would lose at one place. */
export interface PlaceLost {
  /** Null at the organization. */
  readonly project: ProjectRef | null
  /** The roles they hold there by this way. */
  readonly roles: readonly RoleRef[]
  /** What no other role still allows. */
  readonly permissions: readonly Permission[]
  /** The most powerful role they still hold there. */
  readonly keeps: RoleRef | null
}

export interface LosingPerson {
  readonly member: MemberId
  readonly name: string
  readonly losses: readonly PlaceLost[]
}

export interface GroupLosses {
  /** How many people this takes out, directly or with their group. */
  readonly people: number
  readonly peopleAreCapped: boolean
  /** The first fifty by name, those who lose nothing included. */
  readonly items: readonly LosingPerson[]
  /** Why the caller may not do it. */
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

const LOOKED_AT = 50

/**
 * Who would lose what if these members were taken out of a group, or `child` was, or, with neither, if the group was
 * deleted. What somebody holds in another way as well they do not lose.
 */
export const groupLosses = query({
  permission: 'groups.read',
  input: inOrganization({ group: IdOf('grp'), members: Members.optional(), child: IdOf('grp').optional() }),
  async run(context, { group, members, child }): Promise<GroupLosses> {
    const { db, organization, held, now } = context
    orThrow(await groupOf(db, organization.id, group))
    if (child) orThrow(await groupOf(db, organization.id, child, 'child'))
    const affected = members
      ? { ids: members, total: new Set(members).size, totalIsCapped: false }
      : await peopleWithin(context, child ?? group)
    const { ids } = affected
    const standings = await standingsOf(db, organization, ids.slice(0, LOOKED_AT), now)
    const gone = (step: { readonly place: GroupId } | GroupEdge) => {
      if (members) return 'place' in step && step.place === group
      if (child) return 'parent' in step && step.parent === group && step.child === child
      return 'place' in step ? step.place === group : step.parent === group || step.child === group
    }
    const lost = standings.people.map(({ member, name }) => {
      const before = heldBy(standings, member)
      const after = heldBy(standings, member, gone)
      const still = new Set(after.map(({ id }) => id))
      const losses = lossesOf(before, after).map(({ scope, permissions }) => ({
        scope,
        permissions,
        roles: before.filter((one) => one.scope === scope && !still.has(one.id)).map(({ role }) => role),
        keeps: strongest(after.filter((one) => one.scope === scope)),
      }))
      return { member, name, losses }
    })
    const projects = await seenProjects(
      db,
      { organization: organization.id, held },
      lost.flatMap(({ losses }) => losses.flatMap(({ scope }) => (scope === 'organization' ? [] : [scope]))),
    )
    const refusal = await whyNot(context, { group, members })
    return {
      people: ids.length > LOOKED_AT ? affected.total : standings.people.length,
      peopleAreCapped: affected.totalIsCapped,
      items: lost.map(({ losses, ...person }) => ({
        ...person,
        losses: losses.flatMap(({ scope, ...loss }): PlaceLost[] => {
          if (scope === 'organization') return [{ project: null, ...loss }]
          const project = projects.get(scope)
          return project ? [{ project, ...loss }] : []
        }),
      })),
      refusal: refusal && { code: refusal.code, message: refusal.message },
    }
  },
})

type Context = Pick<QueryContext, 'db' | 'actor' | 'organization' | 'held' | 'member' | 'now'>

async function peopleWithin({ db, organization }: Context, group: GroupId) {
  const ways = waysFrom(group, await edgesWithin(db, { organization: organization.id, group }), 'down')
  const list: PeopleList = {
    number: organization.number,
    needles: [],
    groups: await totalsOf(db, [...ways.keys()]),
  }
  const first = await peoplePart(db, list, { after: null, skip: 0, wanted: LOOKED_AT })
  return { ids: first.map((one) => one.member_id), ...(await peopleTotal(db, list)) }
}

/** The refusal that the command would give. */
async function whyNot(
  context: Context,
  { group, members }: { readonly group: GroupId; readonly members: readonly MemberId[] | undefined },
): Promise<Refusal | null> {
  const { db, organization, held, now } = context
  const isManager = members !== undefined && (await isManagerOf(db, context, group))
  const decided = mayChangeMembers(held, { isManager })
  if (decided instanceof Refusal) return decided
  const allowed = mayGiveAll(held, await givenBy(db, organization, group, now))
  return allowed instanceof Refusal ? allowed : null
}

function strongest(
  held: readonly { readonly role: RoleRef; readonly permissions: ReadonlySet<Permission> }[],
): RoleRef | null {
  return held.toSorted((a, b) => b.permissions.size - a.permissions.size)[0]?.role ?? null
}
