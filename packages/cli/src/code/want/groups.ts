import {
  freeText,
  type GroupEdge,
  type GroupId,
  groupName,
  mayHoldThroughGroup,
  mayNest,
  Refusal,
  type RoleId,
} from '@roster/domain'
import { orNearest, type Path } from '../document/problem.ts'
import type { Document } from '../document/schema.ts'
import { type Group, groupNamed, inOrder, type Person, type PersonKey, type Role } from '../model.ts'
import { type Places, wantedGrant, wantedGrants } from './grants.ts'
import { personAsked } from './people.ts'
import { entriesOf, problem, prunes, type Wanting } from './wanting.ts'

const LONGEST_DESCRIPTION = 500
const EMPTY: Omit<Group, 'name'> = {
  description: '',
  people: new Set(),
  managers: new Set(),
  groups: new Set(),
  organization: null,
  projects: new Map(),
}

type People = ReadonlyMap<PersonKey, Person>
type Entry = NonNullable<Document['groups']>[string]

/** The groups there will be, with the people in them. */
export function wantedGroups(wanting: Wanting, places: Places, people: People): Map<GroupId, Group> {
  const section = wanting.document.groups
  const listed = new Set<GroupId>()
  for (const [written] of entriesOf(section)) {
    const ref = groupNamed(written)
    if (listed.has(ref)) problem(wanting, ['groups', written], 'This group is in the file twice.')
    listed.add(ref)
  }
  const pruned = section !== undefined && prunes(wanting, 'groups')
  const kept = [...wanting.current.groups].filter(([ref]) => !pruned || listed.has(ref))
  const names = new Map(kept.map(([ref, group]) => [ref, group.name]))
  for (const [written] of entriesOf(section)) names.set(groupNamed(written), written)

  const groups = new Map(kept.map(([ref, group]) => [ref, within(group, places, people, names)]))
  for (const [written, entry] of entriesOf(section)) {
    const ref = groupNamed(written)
    const group = wantedGroup(wanting, places, people, { names, before: groups.get(ref), written, entry })
    if (group) groups.set(ref, group)
  }
  for (const [ref, group] of section === undefined || pruned ? [] : wanting.current.groups)
    if (!listed.has(ref)) wanting.extras.push(`Group ${group.name}`)
  checkNesting(wanting, groups)
  return groups
}

/** A group as it is, among what will be there: whoever is gone is in no group. */
function within(
  group: Group,
  { projects }: Places,
  people: People,
  names: ReadonlyMap<GroupId, string>,
): Group {
  return {
    ...group,
    people: new Set([...group.people].filter((key) => people.has(key))),
    managers: new Set([...group.managers].filter((key) => people.has(key))),
    groups: new Set([...group.groups].filter((ref) => names.has(ref))),
    projects: new Map([...group.projects].filter(([ref]) => projects.has(ref))),
  }
}

type Asked = {
  readonly names: ReadonlyMap<GroupId, string>
  readonly before: Group | undefined
  readonly written: string
  readonly entry: Entry
}

function wantedGroup(
  wanting: Wanting,
  places: Places,
  people: People,
  { names, before: known, written, entry }: Asked,
): Group | null {
  const path = ['groups', written]
  const name = groupName(written)
  if (name instanceof Refusal) return problem(wanting, path, name)
  const before = known ?? { ...EMPTY, name }
  const only = entry.only === true || prunes(wanting, 'groups')
  const description = freeText(entry.description ?? before.description, LONGEST_DESCRIPTION, 'description')
  if (description instanceof Refusal) return problem(wanting, [...path, 'description'], description)
  const ref = groupNamed(written)
  const holder = { ref, said: `group ${name}`, path: [...path, 'roles', 'projects'] }
  const at = [...path, 'roles', 'organization']
  wanting.paths.set(`${ref} organization`, at)
  const atOrganization = entry.roles?.organization
  return {
    name,
    description,
    ...peopleIn(wanting, people, { before, entry, only, path, name }),
    groups: groupsIn(wanting, { names, before, entry, only, path, name }),
    organization:
      atOrganization === undefined
        ? before.organization
        : atOrganization === null
          ? null
          : wantedGrant(
              wanting,
              places.roles,
              'organization',
              atOrganization,
              { ...holder, path: at },
              before.organization,
            ),
    projects: wantedGrants(wanting, places, holder, {
      before: before.projects,
      written: entry.roles?.projects,
      only,
    }),
  }
}

type Inside = {
  readonly before: Group
  readonly entry: Entry
  readonly only: boolean
  readonly path: Path
  readonly name: string
}

function peopleIn(
  wanting: Wanting,
  all: People,
  { before, entry, only, path, name }: Inside,
): Pick<Group, 'people' | 'managers'> {
  const read = (list: readonly string[] | undefined, key: string) =>
    new Set(
      (list ?? []).flatMap(
        (written, index) => personAsked(wanting, all, written, [...path, key, index]) ?? [],
      ),
    )
  const asked = read(entry.managers, 'managers')
  const managers = new Set(inOrder(asked).filter((key) => all.get(key)?.standing === 'member'))
  for (const key of inOrder(asked)) {
    if (!managers.has(key))
      wanting.waiting.push(`${key} as a manager of ${name}: apply again once they have accepted.`)
  }
  const people = new Set([...read(entry.members, 'members'), ...asked])
  const complete = only && entry.members !== undefined
  for (const key of before.people) {
    // An invitation that ran out gives nothing, so nobody takes its places away.
    const idle = all.get(key)?.standing === 'expired'
    if (people.has(key) || (complete && !idle)) continue
    if (entry.members !== undefined && !idle) wanting.extras.push(`${key} in group ${name}`)
    people.add(key)
  }
  for (const key of before.managers) {
    if (managers.has(key) || !people.has(key) || (only && entry.managers !== undefined)) continue
    if (entry.managers !== undefined) wanting.extras.push(`${key} as a manager of ${name}`)
    managers.add(key)
  }
  return { people, managers }
}

function groupsIn(
  wanting: Wanting,
  { names, before, entry, only, path, name }: Inside & { readonly names: ReadonlyMap<GroupId, string> },
): Set<GroupId> {
  if (entry.groups === undefined) return new Set(before.groups)
  const groups = new Set<GroupId>()
  for (const [index, written] of entry.groups.entries()) {
    const ref = groupNamed(written)
    wanting.paths.set(`${groupNamed(name)} ${ref}`, [...path, 'groups', index])
    if (names.has(ref)) groups.add(ref)
    else
      problem(
        wanting,
        [...path, 'groups', index],
        orNearest(`There is no group “${written}”`, written, names.values()),
      )
  }
  for (const ref of before.groups) {
    if (groups.has(ref) || only) continue
    groups.add(ref)
    wanting.extras.push(`Group ${names.get(ref)} in group ${name}`)
  }
  return groups
}

/** Notes the group that would contain itself. */
function checkNesting(wanting: Wanting, groups: ReadonlyMap<GroupId, Group>): void {
  const edges: GroupEdge[] = []
  for (const parent of inOrder(groups.keys())) {
    for (const child of inOrder(groups.get(parent)?.groups ?? [])) {
      const allowed = mayNest(edges, parent, child)
      const path = wanting.paths.get(`${parent} ${child}`) ?? ['groups']
      if (allowed === true) edges.push({ parent, child })
      else
        problem(
          wanting,
          path,
          `${groups.get(child)?.name} cannot be within ${groups.get(parent)?.name}. ${allowed.message}`,
        )
    }
  }
}

/** Notes what groups would hold and may not: ownership is given to people by name. */
export function checkThroughGroups(
  wanting: Wanting,
  roles: ReadonlyMap<RoleId, Role>,
  groups: ReadonlyMap<GroupId, Group>,
): void {
  for (const [ref, { organization, projects }] of groups) {
    const held: [string, RoleId][] = [...projects].map(([project, { role }]) => [`${ref} ${project}`, role])
    if (organization) held.push([`${ref} organization`, organization.role])
    for (const [at, id] of held) {
      const role = roles.get(id)
      const allowed = role ? mayHoldThroughGroup(role) : true
      if (allowed !== true) problem(wanting, wanting.paths.get(at) ?? ['groups'], allowed)
    }
  }
}
