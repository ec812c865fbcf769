import { cursorAt } from '../platform/cursor.ts'
import { inAcme, type Swap, swap } from './swap.ts'

/** For `SWAPS`: what is asked about who may do what. */
export const CHECK_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'checks.subjects': [
    swap(
      'at',
      inAcme(({ project }) => ({ permission: 'project.read', at: project })),
      'nothing',
    ),
    swap(
      'cursor',
      ({ organization }, globex) => ({
        organization,
        permission: 'organization.read',
        cursor: cursorAt(
          ['check subjects', globex.organization, 'organization.read', null, null],
          ['mem_00000000000000000000000000'],
        ),
      }),
      'cursor-invalid',
    ),
  ],
}
