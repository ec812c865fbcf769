import { z } from 'zod'
import { get, type Route } from '../transport/rest/route.ts'
import { At, RoleRef } from '../transport/rest/schemas.ts'
import { hints } from './hints.ts'
import { invitationInsights } from './invitations.ts'
import { peopleInsights } from './people.ts'

const ALL = '/organizations/{organization}/insights'
const capped = z.boolean().describe('Whether there are more than were counted.')

/** The resource `insights`. */
export const insightRoutes: readonly Route[] = [
  get({
    path: `${ALL}/people`,
    name: 'insights.people',
    summary: 'Who there is and was, and who rests',
    calls: peopleInsights,
    answers: z
      .object({
        members: z.int(),
        membersOverTime: z.array(z.object({ at: At, members: z.int() })).describe('A point a day.'),
        roleMix: z.array(z.object({ role: RoleRef, members: z.int() })),
        inactive: z.array(z.object({ days: z.int(), people: z.int(), capped })),
        never: z.object({ people: z.int(), capped }).describe('Who were never here.'),
      })
      .meta({ id: 'PeopleInsights' }),
  }),
  get({
    path: `${ALL}/invitations`,
    name: 'insights.invitations',
    summary: 'What became of the invitations of a year',
    calls: invitationInsights,
    answers: z
      .object({
        funnel: z.object({
          sent: z.int(),
          opened: z.int(),
          accepted: z.int(),
          declined: z.int(),
          expired: z.int(),
          revoked: z.int(),
          waiting: z.int(),
        }),
        from: At.describe('From when on they were sent.'),
        capped,
        timeToAccept: z
          .object({ median: z.number(), p90: z.number() })
          .nullable()
          .describe('From the first sending to the acceptance, in milliseconds.'),
        acceptedWithin: z.array(
          z.object({
            within: z.number().nullable().describe('In milliseconds; the last one has no bound.'),
            invitations: z.int(),
          }),
        ),
      })
      .meta({ id: 'InvitationInsights' }),
  }),
  get({
    path: `${ALL}/access`,
    name: 'insights.access',
    summary: 'Where somebody may hold more than they need',
    calls: hints,
    answers: z
      .object({
        items: z.array(
          z.object({
            kind: z.enum(['idle-powerful', 'many-owners', 'review-due']),
            role: RoleRef.optional().describe('Of `idle-powerful`: a powerful role.'),
            people: z.int().optional().describe('Who hold it and were not active for ninety days.'),
            capped: z.boolean().optional(),
            owners: z.int().optional().describe('Of `many-owners`.'),
            reviewedAt: At.nullable()
              .optional()
              .describe('Of `review-due`: when the last review was closed.'),
          }),
        ),
      })
      .meta({ id: 'AccessHints' }),
    shows: (items) => ({ items }),
  }),
]
