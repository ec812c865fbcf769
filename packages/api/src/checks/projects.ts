import { setImmediate as breathe } from 'node:timers/promises'
import {
  type HeldAssignment,
  isAllowed,
  isProjectPermission,
  mayAsk,
  type OrganizationId,
  orThrow,
  type Permission,
  type ProjectId,
  Refusal,
} from '@roster/domain'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { inOrganization, inProject, Paging } from '../platform/input.ts'
import { projectsOpenTo } from '../platform/project.ts'
import { query } from '../platform/query.ts'
import { statement } from '../platform/statement.ts'
import { seenBy } from '../projects/seen.ts'
import { APermission, type Asking, Explain, Subject, type SubjectType } from './asking.ts'
import { Evaluator } from './evaluate.ts'
import type { ProjectRow } from './place.ts'
import { type Reason, reasonsFor } from './reasons.ts'
import type { Answers } from './subjects.ts'

/** A project on which somebody may do something; with reasons where they were asked for. */
export interface AllowedProject {
  readonly id: ProjectId
  readonly name: string
  readonly archived: boolean
  readonly reasons?: readonly Reason[]
}

interface Asked {
  readonly subject: string
  readonly type?: SubjectType | undefined
  readonly permission: Permission
  readonly pageSize: number
  readonly cursor?: string | undefined
  readonly explain: boolean
}

const Fields = {
  subject: Subject,
  permission: APermission,
  // A search of AuthZEN may ask for none.
  pageSize: z.int().min(0).max(100).default(25).describe('How many a page.'),
  cursor: Paging.cursor,
  explain: Explain,
}

/**
 * On which projects somebody may do something, in the order of their making: of those that the caller may ask about
 * exactly those that `check` says yes to. Refuses with `not-permitted` a caller who may ask about none, and with
 * `cursor-invalid`.
 */
export const checkProjects = query({
  permission: 'organization.read',
  input: inOrganization(Fields),
  run: projectsWhere,
})

/** The same for whoever may only see one project. */
export const checkProjectsAtProject = query({
  permission: 'project.read',
  input: inProject(Fields),
  run: (asking, { project: _, ...asked }) => projectsWhere(asking, asked),
})

/** A page of the projects where the subject may do it: the same for every way of asking. */
export async function projectsWhere(asking: Asking, asked: Asked): Promise<Answers<AllowedProject>> {
  const { db, organization } = asking
  const { subject: named, type, permission, pageSize, cursor, explain } = asked
  const list = ['check projects', organization.id, named, type ?? null, permission]
  const after = cursor === undefined ? '' : String(placeOf(list, cursor)[0])
  const evaluator = new Evaluator(asking)
  const subject = await evaluator.subject(named, type)
  const open = askable(asking, subject?.member === asking.member, permission)
  const held = subject ? await evaluator.held(subject.member) : []
  const found = await projectsAfter(db, {
    organization: organization.id,
    after,
    take: pageSize + 1,
    ...open,
    ...holding(held, permission),
  })
  const rows = found.slice(0, pageSize)
  const items: AllowedProject[] = []
  for (const row of rows) {
    if (explain) await breathe()
    const why = explain && subject ? await reasonsFor(asking, subject.member, [permission], row) : null
    const reasons = why && { reasons: why.get(permission) ?? [] }
    items.push({ id: row.id, name: row.name, archived: row.archived_at !== null, ...reasons })
  }
  const last = rows.at(-1)?.id ?? after
  return { items, nextCursor: found.length > pageSize ? cursorAt(list, [last]) : null }
}

/**
 * Which projects the caller may know of, and at which of these they may ask this: null for all. Refuses with
 * `not-permitted` where that is nowhere.
 */
function askable({ held }: Asking, own: boolean, permission: Permission) {
  const { others, given } = seenBy(held)
  const seen = { others, given: JSON.stringify(given) }
  if (own) return { ...seen, open: null }
  if (!isProjectPermission(permission)) {
    orThrow(mayAsk({ held, own, permission, at: null }))
    return { ...seen, open: null }
  }
  const open = projectsOpenTo(held)
  if (open?.length === 0) throw new Refusal('not-permitted', { permission: 'project.members.read' })
  return { ...seen, open: open && JSON.stringify(open) }
}

/** Where it is held: everywhere, or at some projects. */
function holding(held: readonly HeldAssignment[], permission: Permission) {
  const everywhere = isAllowed(held, permission)
  const places = held.flatMap(({ scope, permissions }) =>
    scope !== 'organization' && isProjectPermission(permission) && permissions.has(permission) ? [scope] : [],
  )
  return { everywhere: everywhere ? 1 : 0, places: JSON.stringify([...new Set(places)]) } as const
}

// Read in the order of ids; whether it is open and held there is asked of each that comes.
const projectsAfter = statement<
  {
    readonly organization: OrganizationId
    readonly after: string
    readonly take: number
    readonly others: 'all' | 'visible' | 'none'
    readonly given: string
    readonly open: string | null
    readonly everywhere: 0 | 1
    readonly places: string
  },
  ProjectRow
>(`
  select id, name, visibility, archived_at from project
    where organization_id = :organization and id > :after and until is null
      and (:everywhere or id in (select value from json_each(:places)))
      and (:others = 'all' or id in (select value from json_each(:given))
        or (:others = 'visible' and visibility <> 'private'))
      and (:open is null or id in (select value from json_each(:open)))
    order by id limit :take
`)
