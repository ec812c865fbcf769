import {
  type Email,
  mayInvite,
  type OrganizationPolicies,
  type ProjectId,
  Refusal,
  recipientOf,
  titleText,
} from '@roster/domain'
import { orNearest, type Path } from '../document/problem.ts'
import type { Document } from '../document/schema.ts'
import { builtInNamed, type Person, type PersonKey } from '../model.ts'
import { type Places, wantedGrants } from './grants.ts'
import { roleAsked } from './roles.ts'
import { entriesOf, problem, prunes, type Wanting } from './wanting.ts'

/** The people there will be: whoever is in the file and not here is invited. */
export function wantedPeople(
  wanting: Wanting,
  places: Places,
  policies: OrganizationPolicies,
): Map<PersonKey, Person> {
  const people = new Map<PersonKey, Person>()
  for (const [key, person] of wanting.current.people) people.set(key, without(person, places))
  const section = wanting.document.members
  if (section === undefined) return people
  const listed = new Set<PersonKey>()
  for (const [written, entry] of entriesOf(section)) {
    const path = ['members', written]
    const known = knownPerson(wanting, people, written, path)
    if (!known) continue
    if (listed.has(known.key)) problem(wanting, path, 'This person is in the file twice.')
    listed.add(known.key)
    wanting.paths.set(known.key, path)
    people.set(known.key, wantedPerson(wanting, places, policies, { ...known, entry, path }))
  }
  for (const [key, person] of wanting.current.people) {
    if (listed.has(key)) continue
    if (prunes(wanting, 'members')) removed(wanting, people, key, person)
    else if (person.standing !== 'expired') wanting.extras.push(`${titled(person)} ${key}`)
  }
  return people
}

function titled({ standing }: Person): string {
  return standing === 'member' ? 'Member' : 'Invitation of'
}

/** Owners and whoever asks are not removed by being left out of a file. */
function removed(wanting: Wanting, people: Map<PersonKey, Person>, key: PersonKey, person: Person): void {
  if (person.standing === 'member' && person.role === builtInNamed('organization', 'owner')) {
    problem(
      wanting,
      ['members'],
      `${key} is an owner and not in the file. ${new Refusal('transfer-first').message}`,
    )
  } else if (key === wanting.current.me) {
    problem(
      wanting,
      ['members'],
      `${key} is you, and not in the file. ${new Refusal('not-yourself').message}`,
    )
  } else people.delete(key)
}

/** Somebody as they are, in the projects that will be there. */
function without(person: Person, { projects }: Places): Person {
  return { ...person, projects: new Map([...person.projects].filter(([project]) => projects.has(project))) }
}

type Known = { readonly key: PersonKey; readonly before: Person | null }

/** Whom a text means: somebody who is here, or who can be invited. */
function knownPerson(
  wanting: Wanting,
  people: ReadonlyMap<PersonKey, Person>,
  written: string,
  path: Path,
): Known | null {
  const key = keyOf(wanting, written)
  if (key instanceof Refusal) return problem(wanting, path, key)
  return { key, before: people.get(key) ?? null }
}

/** How somebody is known who is written by address or username; the refusal where it is neither. */
function keyOf({ usernames }: Wanting, written: string): PersonKey | Refusal {
  const recipient = recipientOf(written)
  if (recipient.kind === 'invalid') return recipient.refusal
  if (recipient.kind === 'email') return recipient.email
  return usernames.get(recipient.username) ?? `@${recipient.username}`
}

type Entry = NonNullable<Document['members']>[string]

function wantedPerson(
  wanting: Wanting,
  places: Places,
  policies: OrganizationPolicies,
  { key, before, entry, path }: Known & { readonly entry: Entry; readonly path: Path },
): Person {
  const standing = before?.standing === 'member' ? 'member' : 'invited'
  const asked =
    entry.role === undefined
      ? null
      : roleAsked(wanting, places.roles, 'organization', entry.role, [...path, 'role'])
  const role = asked ?? before?.role ?? builtInNamed('organization', policies.defaultRole)
  const title = wantedTitle(wanting, entry, before, [...path, 'title'])
  if (standing === 'invited' && title !== null) {
    wanting.waiting.push(`The title of ${key}: apply again once they have accepted.`)
  }
  const username = key.startsWith('@')
  return {
    standing,
    name: before?.name ?? key,
    email: before ? before.email : username ? null : key,
    username: before ? before.username : username ? key.slice(1) : null,
    title: standing === 'member' ? title : null,
    role,
    reason: entry.reason ?? null,
    projects: wantedGrants(
      wanting,
      places,
      { ref: key, said: key, path: [...path, 'projects'], reason: entry.reason ?? null },
      {
        before: carriedBy(wanting, places, before),
        written: entry.projects,
        only: entry.only === true || prunes(wanting, 'members'),
      },
    ),
    joinsDefaults:
      standing === 'invited' &&
      (entry.default_projects ?? before?.joinsDefaults ?? policies.addToDefaultProjects),
  }
}

/** What somebody holds in projects; of an invitation that ran out, what a new one would carry on. */
function carriedBy({ current }: Wanting, { projects }: Places, before: Person | null): Person['projects'] {
  if (before?.standing !== 'expired') return before?.projects ?? new Map()
  const closed = (ref: ProjectId) => current.projects.get(ref)?.archived && projects.get(ref)?.archived
  return new Map([...before.projects].filter(([ref]) => !closed(ref)))
}

function wantedTitle(wanting: Wanting, entry: Entry, before: Person | null, path: Path): string | null {
  if (entry.title === undefined) return before?.title ?? null
  const title = titleText(entry.title ?? '')
  if (title instanceof Refusal) return problem(wanting, path, title)
  return title || null
}

/** Notes who cannot be invited under these policies: addresses that are not taken, and more people than seats. */
export function checkInvited(
  wanting: Wanting,
  after: ReadonlyMap<PersonKey, Person>,
  policies: OrganizationPolicies,
): void {
  const { people } = wanting.current
  const invited = [...after].filter(
    ([key, { standing }]) => standing === 'invited' && people.get(key)?.standing !== 'invited',
  )
  const others = [...after.values()].filter(({ standing }) => standing !== 'expired').length - invited.length
  for (const [index, [key, { email }]] of invited.entries()) {
    const address: Email = email?.includes('@') ? `${localOf(email)}@${domainOf(email)}` : 'somebody@invalid'
    const asked = email === null ? { ...policies, allowedDomains: [], blockedDomains: [] } : policies
    const allowed = mayInvite({ email: address, policies: asked, seatsTaken: others + index })
    if (allowed !== true) problem(wanting, wanting.paths.get(key) ?? [], allowed)
  }
}

const localOf = (email: string) => email.slice(0, email.lastIndexOf('@'))
const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)

/** The person a group names: they have to be here, invited, or in the file. */
export function personAsked(
  wanting: Wanting,
  people: ReadonlyMap<PersonKey, Person>,
  written: string,
  path: Path,
): PersonKey | null {
  const key = keyOf(wanting, written)
  if (key instanceof Refusal) return problem(wanting, path, key)
  const person = people.get(key)
  if (person && person.standing !== 'expired') return key
  return problem(
    wanting,
    path,
    orNearest(
      `${written} is not in the organization. List them under “members:” to have them invited`,
      key,
      people.keys(),
    ),
  )
}
