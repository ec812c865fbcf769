import type { Instant, LeftOut, ProjectId } from '@roster/domain'
import type { Organization } from '../platform/access.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { WeighedPlaces } from './given.ts'

/** A project or a group that an invitation leads to, as its invitee is told of it. */
export interface PlaceInWords {
  readonly kind: 'project' | 'group'
  readonly name: string
  /** What one is in the project; null in a group. */
  readonly role: string | null
  /** What that lets one do, in a sentence; null in a group. */
  readonly roleSentence: string | null
  readonly expiresAt: Instant | null
  /** Whether it comes because every new member joins it. */
  readonly byDefault: boolean
  /** Why it would not be given today. */
  readonly leftOut: LeftOut | null
}

/** What was part of an invitation and is not given. */
export type PartLeftOut = Pick<PlaceInWords, 'kind' | 'name'> & { readonly why: LeftOut }

/** The parts of an invitation, projects first, each with what it is called. */
export function placesInWords({ projects, groups }: WeighedPlaces): readonly PlaceInWords[] {
  return [
    ...projects.map(({ projectName, role, roleSentence, expiresAt, leftOut }) => ({
      kind: 'project' as const,
      name: projectName ?? '',
      role: role.name,
      roleSentence,
      expiresAt,
      byDefault: false,
      leftOut,
    })),
    ...groups.map(({ name, leftOut }) => ({
      kind: 'group' as const,
      name,
      role: null,
      roleSentence: null,
      expiresAt: null,
      byDefault: false,
      leftOut,
    })),
  ]
}

/** Those parts that are not given today. */
export function partsLeftOut(places: WeighedPlaces): readonly PartLeftOut[] {
  return placesInWords(places).flatMap(({ kind, name, leftOut }) =>
    leftOut === null ? [] : [{ kind, name, why: leftOut }],
  )
}

/** The projects that everybody joins who joins the organization, as an invitee is told of them. */
export async function defaultPlaces(
  db: Reads,
  { id: organization }: Organization,
  { projects }: WeighedPlaces,
): Promise<readonly PlaceInWords[]> {
  const rows = await joinedByDefault(db, { organization })
  return rows
    .filter((row) => !projects.some(({ project, leftOut }) => project === row.id && leftOut === null))
    .map(({ name, role, roleSentence }) => ({
      kind: 'project',
      name,
      role,
      roleSentence,
      expiresAt: null,
      byDefault: true,
      leftOut: null,
    }))
}

const joinedByDefault = statement<
  { readonly organization: Organization['id'] },
  { readonly id: ProjectId; readonly name: string; readonly role: string; readonly roleSentence: string }
>(`
  select p.id, p.name, r.name as role, r.description as roleSentence
    from project p join role r on r.id = p.default_role_id and r.until is null
    where p.organization_id = :organization and p.until is null and p.default_role_id is not null
      and p.archived_at is null
    order by p.name_key limit 100
`)
