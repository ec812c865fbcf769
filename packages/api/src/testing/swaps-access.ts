import { inAcme, type Swap, swap } from './swap.ts'

/** For `SWAPS`: what is about roles, projects, groups and assignments. */
export const ACCESS_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'roles.list': [
    swap(
      'project',
      inAcme(({ project }) => ({ level: 'project', project })),
    ),
  ],
}
