import { type Id, type IdPrefix, isId } from '@roster/domain'
import { z } from 'zod'

// Marks in a schema's meta: `wire: 'date-time'` for milliseconds that are an RFC 3339 text on the wire, `secret: true` for
// what is answered once and never kept for a repeated call.

const SAMPLE = '01k9q3v7c8x2m4n6p8r0s2t4w6'

/** An id in an answer. */
export function AnId<P extends IdPrefix>(prefix: P) {
  return z
    .custom<Id<P>>((value) => typeof value === 'string' && isId(prefix, value))
    .meta({ override: { type: 'string' as const }, examples: [`${prefix}_${SAMPLE}`] })
}

/** A moment in an answer. */
export const At = z.number().meta({
  wire: 'date-time',
  override: { type: 'string' as const, format: 'date-time' },
  examples: ['2026-05-04T09:00:00.000Z'],
})

/** A secret in an answer: shown once, and null when the same call is made again. */
export const Secret = z
  .string()
  .nullable()
  .meta({ secret: true, description: 'Shown once; null when the request is repeated.' })

/** One page of a list, as every list answers. */
export function Page<Item extends z.ZodType>(item: Item, name: string) {
  return z
    .object({
      items: z.array(item),
      total: z.int().describe('How many there are altogether, whatever page is shown.'),
      totalIsCapped: z.boolean().optional().describe('Whether counting ended at a limit: there may be more.'),
      nextCursor: z.string().nullable().describe('Where the next page begins; null on the last one.'),
      page: z.int().optional().describe('The page answered: the last one when a later one was asked for.'),
    })
    .meta({ id: name })
}

/** A person, as they are known in the organization. */
export const Person = z
  .object({
    user: AnId('usr'),
    name: z.string(),
    username: z.string().nullable(),
    email: z.string().nullable(),
    verified: z.boolean().describe('Whether the address has been proven.'),
    avatar: z.string().nullable().describe('The path of their picture.'),
  })
  .meta({ id: 'Person', description: 'A person, as they are known in the organization.' })

/** A role by name. */
export const RoleRef = z
  .object({
    id: AnId('rol'),
    key: z.string().nullable().describe('Set for built-in roles: owner, admin, member, viewer, editor.'),
    name: z.string(),
  })
  .meta({ id: 'RoleRef', description: 'A role by name.' })

/** A list that is answered as a whole. */
export function List<Item extends z.ZodType>(item: Item, name: string) {
  return z.object({ items: z.array(item), total: z.int().describe('How many there are.') }).meta({ id: name })
}

/** What `List` answers, of all there is. */
export const whole = <Item>(items: readonly Item[]) => ({ items, total: items.length })

/** Why something would not be done, or is not: null where nothing is in the way. */
export const RefusalRef = z
  .object({ code: z.string().describe('Stable: programs go by this.'), message: z.string() })
  .meta({ id: 'Refusal', description: 'Why something is not done.' })

/** A project by name. */
export const ProjectRef = z
  .object({ id: AnId('prj'), name: z.string(), archived: z.boolean() })
  .meta({ id: 'ProjectRef', description: 'A project by name.' })

/** A group by name. */
export const GroupRef = z
  .object({ id: AnId('grp'), name: z.string() })
  .meta({ id: 'GroupRef', description: 'A group by name.' })

/** The names of permissions. */
export const Permissions = z
  .array(z.string())
  .meta({ examples: [['members.read', 'invitations.send']], description: 'Names of permissions.' })

/** The changes of a call: by it they are found in the audit trail, and undone. */
export const ChangeRef = AnId('chg').describe('The call: what it changed is found in the audit trail by it.')
