import { read, router } from '../transport/trpc.ts'
import { hints } from './hints.ts'
import { invitationInsights } from './invitations.ts'
import { peopleInsights } from './people.ts'

export const insightsRouter = router({
  people: read(peopleInsights),
  invitations: read(invitationInsights),
  hints: read(hints),
})
