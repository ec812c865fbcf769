import {
  type ApiKeyId,
  type AuditActor,
  type Ceiling,
  decide,
  type GroupId,
  type HeldAssignment,
  type Instant,
  isId,
  live,
  type MemberId,
  type OrganizationId,
  type OrganizationPolicies,
  orThrow,
  type Permission,
  type ProjectId,
  parsePolicies,
  permissionsOf,
  Refusal,
  type UserId,
  underCeiling,
} from '@roster/domain'
import type { Activity } from './activity.ts'
import { type Project, projectOf } from './project.ts'
import { roleTerms } from './role-terms.ts'
import type { Row } from './schema.ts'
import { statement } from './statement.ts'
import type { Reads } from './writer.ts'

/** A person who is signed in. */
export interface SignedIn {
  readonly kind: 'user'
  readonly id: UserId
  /** Set where whoever holds the box acts by the rights of this person, and not the person. */
  readonly byOperator?: true
}

/** A program with an API key: it acts for the account that the key belongs to, under the key's ceiling. */
export interface KeyHolder {
  readonly kind: 'key'
  readonly id: UserId
  readonly key: ApiKeyId
  readonly holder: 'person' | 'service'
  /** The only one it works in. */
  readonly organization: OrganizationId
  readonly ceiling: Ceiling
}

/** Who is calling, as far as a door could tell. */
export type Actor = SignedIn | KeyHolder

/** The actor as the trail names it. */
export function auditActor(actor: Actor | null): AuditActor {
  if (!actor) return { kind: 'system', id: null }
  if (actor.kind === 'user') return { kind: actor.byOperator ? 'operator' : 'user', id: actor.id }
  return { kind: actor.holder === 'service' ? 'service' : 'user', id: actor.id, key: actor.key }
}

/** Refuses with `people-only` whoever comes with a key: what only somebody in person may say or end. */
export function inPerson(actor: Actor): void {
  if (actor.kind === 'key') throw new Refusal('people-only')
}

/**
 * Whether a member is the caller, who may see what everybody may see of themself. Not by a project's key: it is about
 * that project, and not about whatever else its owner holds.
 */
export function isOneself(
  { actor, member }: { readonly actor: Actor; readonly member: MemberId },
  other: MemberId,
): boolean {
  return other === member && (actor.kind === 'user' || actor.ceiling.project === null)
}

/** An organization a caller is in, and what they hold there at this moment. */
export interface Standing {
  readonly organization: Organization
  readonly member: MemberId
  readonly held: readonly HeldAssignment[]
}

export interface Organization {
  readonly id: OrganizationId
  readonly number: number
  readonly slug: string
  readonly name: string
  readonly policies: OrganizationPolicies
}

/** The organization's row as rules want it. */
export function organizationOf(
  row: Pick<Row<'organization'>, 'id' | 'number' | 'slug' | 'name' | 'policies'>,
): Organization {
  return {
    id: row.id,
    number: row.number,
    slug: row.slug,
    name: row.name,
    policies: policiesIn(row.policies),
  }
}

/** Every call asks for policies, and they hardly ever change. */
const parsed = new Map<string, OrganizationPolicies>()
const MOST_PARSED = 1_000

/** The policies that an organization's row holds. */
export function policiesIn(text: string): OrganizationPolicies {
  const known = parsed.get(text)
  if (known) return known
  if (parsed.size >= MOST_PARSED) parsed.clear()
  const policies = parsePolicies(text)
  parsed.set(text, policies)
  return policies
}

/**
 * Where the caller stands in the organization named by id or slug; what they hold is under the ceiling of their key,
 * if they came with one. Whoever is not in it, or comes with a key of another one, learns nothing about whether it
 * exists: refuses with `not-found`.
 */
export async function standingOf(db: Reads, actor: Actor, named: string, now: Instant): Promise<Standing> {
  const asked = { user: actor.id, named }
  const [row] = await (isId('org', named) ? membershipById(db, asked) : membershipBySlug(db, asked))
  if (!row) return standingOf(db, actor, await formerHolder(db, named), now)
  const organization = organizationOf(row)
  const held = await assignmentsOf(db, organization, row.member, now)
  if (actor.kind === 'key' && actor.organization !== organization.id) throw new Refusal('not-found')
  return { organization, member: row.member, held: heldBy(actor, held) }
}

/** What of what an account holds its caller may use: all in person, what is under the ceiling with a key. */
export function heldBy(actor: Actor, held: readonly HeldAssignment[]): readonly HeldAssignment[] {
  return actor.kind === 'key' ? underCeiling(held, actor.ceiling) : held
}

type Asked = { readonly user: UserId; readonly named: string }

interface MembershipRow extends Pick<Row<'organization'>, 'id' | 'number' | 'slug' | 'name' | 'policies'> {
  readonly member: MemberId
}

// These are asked by every call, so they are not put together anew by each.
const membership = (column: 'id' | 'slug') =>
  statement<Asked, MembershipRow>(`
    select o.id, o.number, o.slug, o.name, o.policies, m.id as member
    from organization o
    join member m on m.organization_id = o.id and m.user_id = :user and m.until is null
    where o.${column} = :named and o.until is null
  `)
const membershipById = membership('id')
const membershipBySlug = membership('slug')

/** The organization that gave up this slug: links from before keep leading to it. Refuses with `not-found`. */
async function formerHolder(db: Reads, slug: string): Promise<OrganizationId> {
  const former = await db
    .selectFrom('former_slug')
    .select('organization_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!former) throw new Refusal('not-found')
  return former.organization_id
}

/** Everything the member holds at this moment: directly and through groups, nested ones included. */
export async function assignmentsOf(
  db: Reads,
  organization: Pick<Organization, 'id' | 'policies'>,
  member: MemberId,
  now: Instant,
): Promise<readonly HeldAssignment[]> {
  const rows = await assignedTo(db, { organization: organization.id, member })
  return rows
    .filter((row) => live({ ...row, expiresAt: row.expires_at }, now))
    .map((row) => held(row, organization.policies))
}

// Groups come before what they hold: SQLite would rather walk through everything that any group holds.
const assignedTo = statement<{ readonly organization: OrganizationId; readonly member: MemberId }, HeldRow>(`
  with recursive through (id) as (
    select group_id from group_member
      where organization_id = :organization and member_id = :member and until is null
    union
    select parent.group_id from through cross join group_member parent on parent.child_group_id = through.id
      where parent.organization_id = :organization and parent.until is null
  )
  select a.id, a.role_id, a.project_id, a.group_id, a.since, a.until, a.expires_at, a.given_by,
         r.level, r.key, r.permissions
    from assignment a join role r on r.id = a.role_id
    where a.organization_id = :organization and a.member_id = :member and a.until is null
  union all
  select a.id, a.role_id, a.project_id, a.group_id, a.since, a.until, a.expires_at, a.given_by,
         r.level, r.key, r.permissions
    from through cross join assignment a
      on a.organization_id = :organization and a.group_id = through.id and a.until is null
    join role r on r.id = a.role_id
`)

interface HeldRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions'> {
  readonly id: HeldAssignment['id']
  readonly role_id: HeldAssignment['role']
  readonly project_id: ProjectId | null
  readonly group_id: GroupId | null
  readonly since: Instant
  readonly until: Instant | null
  readonly expires_at: Instant | null
  readonly given_by: UserId | null
}

function held(row: HeldRow, policies: OrganizationPolicies): HeldAssignment {
  return {
    id: row.id,
    role: row.role_id,
    permissions: permissionsOf(roleTerms(row), policies),
    scope: row.project_id ?? 'organization',
    since: row.since,
    expiresAt: row.expires_at,
    via: row.group_id,
    by: row.given_by,
  }
}

/** The caller, where they stand, the project named if any, and the assignment that allows this. */
export interface Authorized extends Standing {
  readonly actor: Actor
  readonly project: Project | null
  readonly allowedBy: HeldAssignment
}

/** What a call asks leave for: a permission, in the organization it names, at the project it names. */
export interface Asks {
  readonly permission: Permission
  readonly organization: string
  readonly project: ProjectId | null
}

/**
 * Whether the caller may do this in the organization named, and at the project named if there is one; whoever may
 * was active. Refuses as the rules say; a project the caller may not know of is `not-found`.
 */
export async function authorize(
  db: Reads,
  {
    actor,
    now,
    activity,
  }: { readonly actor: Actor | null; readonly now: Instant; readonly activity: Activity },
  { permission, organization: named, project: asked }: Asks,
): Promise<Authorized> {
  if (!actor) throw new Refusal('not-signed-in')
  const standing = await standingOf(db, actor, named, now)
  const { organization, held, member } = standing
  const project = asked ? await projectOf(db, { organization: organization.id, held }, asked) : null
  const allowedBy = orThrow(decide(held, permission, project?.id))
  activity.note(member, actor, now)
  return { ...standing, actor, project, allowedBy }
}
