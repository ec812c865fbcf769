import { z } from 'zod'
import { get, type Route } from '../transport/rest/route.ts'
import { AnId, Permissions, ProjectRef, RefusalRef, RoleRef } from '../transport/rest/schemas.ts'
import type { Takes } from '../transport/rest/taken.ts'
import { groupLosses } from './losses.ts'

const Losses = z
  .object({
    people: z.int().describe('How many this takes out.'),
    peopleAreCapped: z.boolean(),
    items: z
      .array(
        z.object({
          member: AnId('mem'),
          name: z.string(),
          losses: z.array(
            z.object({
              project: ProjectRef.nullable().describe('Null in the organization.'),
              roles: z.array(RoleRef).describe('The roles they hold there by this way.'),
              permissions: Permissions.describe('What no other role still allows.'),
              keeps: RoleRef.nullable().describe('The most powerful role they still hold there.'),
            }),
          ),
        }),
      )
      .describe('The first fifty by name.'),
    refusal: RefusalRef.nullable().describe('Why the caller may not do it.'),
  })
  .meta({ id: 'GroupLosses', description: 'Who would lose what.' })

/** The dry run of what takes somebody out of a group. */
export function losses(
  path: string,
  name: string,
  fields: z.ZodObject,
  input: Takes<typeof groupLosses.input>['input'],
): Route {
  return get({
    path,
    name,
    summary: 'Who would lose what',
    calls: groupLosses,
    takes: { fields, input },
    answers: Losses,
  })
}
