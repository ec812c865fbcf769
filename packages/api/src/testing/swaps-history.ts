import { inAcme, type Swap, swap } from './swap.ts'
import type { Things } from './things.ts'

const day = { asOf: '2026-05-04' }
const days = { from: '2026-05-01', to: '2026-05-04' }
const project = ({ project }: Things) => project
const member = ({ member }: Things) => member

/** For `SWAPS`: what is about earlier days. */
export const HISTORY_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'history.person': [
    swap(
      'member',
      inAcme((globex) => ({ ...day, member: member(globex) })),
    ),
  ],
  'history.projectMembers': [
    swap(
      'project',
      inAcme((globex) => ({ ...day, project: project(globex) })),
    ),
  ],
  'history.changes': [
    swap(
      'member',
      inAcme((globex) => ({ ...days, member: member(globex) })),
    ),
    swap(
      'project',
      inAcme((globex) => ({ ...days, project: project(globex) })),
    ),
    swap(
      'cursor',
      async ({ organization }, globex, home) => {
        const at = { organization: globex.organization, ...days, pageSize: 1 }
        const { nextCursor } = await home.as('outsider').history.changes(at)
        return { organization, ...days, cursor: nextCursor ?? 'there is only one' }
      },
      'cursor-invalid',
    ),
  ],
}
