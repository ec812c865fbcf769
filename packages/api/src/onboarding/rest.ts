import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import { AnId, At } from '../transport/rest/schemas.ts'
import { firstSteps } from './steps.ts'
import { updateFirstSteps } from './update.ts'

const ALL = '/organizations/{organization}/onboarding'

const Steps = z
  .object({
    steps: z.array(
      z.object({
        id: AnId('stp'),
        title: z.string(),
        text: z.string(),
        link: z.string().nullable(),
        doneAt: At.nullable().describe('When the caller took it.'),
      }),
    ),
    shown: z.boolean().describe('Whether they are on the caller’s home page.'),
  })
  .meta({ id: 'FirstSteps', description: 'What new members are asked to do first.' })

const one = get({
  path: ALL,
  name: 'onboarding.get',
  summary: 'Get what new members are asked to do first',
  calls: firstSteps,
  answers: Steps,
})

/** The resource `onboarding`: the first steps. That they are taken or put away, people say in person. */
export const onboardingRoutes: readonly Route[] = [
  one,
  act({
    method: 'PUT',
    path: ALL,
    name: 'onboarding.update',
    summary: 'Say what new members are asked to do first',
    description: 'The whole list, in its order. What members have done of a step that stays is kept.',
    refuses: ['too-large', 'invalid-name'],
    calls: updateFirstSteps,
    resource: one,
    at: (_, params) => params,
  }),
]
