import { cursorAt } from '../platform/cursor.ts'
import { inAcme, type Swap, swap } from './swap.ts'

const role = swap(
  'role',
  inAcme(({ role }) => ({ role })),
)
const replaceWith = swap(
  'replaceWith',
  inAcme(({ role }, acme) => ({ role: acme.role, replaceWith: role })),
)

/** For `SWAPS`: what is about roles themselves. */
export const ROLE_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'roles.get': [role],
  'roles.holders': [
    role,
    swap(
      'cursor',
      ({ organization, role }, globex) => ({
        organization,
        role,
        cursor: cursorAt([globex.organization, globex.role, 'people'], ['asg_00000000000000000000000000']),
      }),
      'cursor-invalid',
    ),
  ],
  'roles.changePreview': [role, replaceWith],
  'roles.update': [role],
  'roles.delete': [role, replaceWith],
}
