import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'
import { notify } from '../ui/notify.ts'
import { WHY_LEFT_OUT } from './offered-places.tsx'

type Joined = inferRouterOutputs<AppRouter>['invitations']['accept']

/** Says what was promised and not given, once somebody has joined. */
export function sayLeftOut({ leftOut }: Pick<Joined, 'leftOut'>): void {
  if (leftOut.length === 0) return
  const parts = leftOut.map(({ name, why }) => `${name} ${WHY_LEFT_OUT[why]}`)
  notify({ message: `You joined. ${parts.join('; ')}.`, meaning: 'warning' })
}
