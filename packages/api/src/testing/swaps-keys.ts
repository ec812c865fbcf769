import { inAcme, otherCursor, type Swap, swap } from './swap.ts'

const key = swap(
  'key',
  inAcme(({ key }) => ({ key })),
)
const account = swap(
  'serviceAccount',
  inAcme(({ serviceAccount }) => ({ serviceAccount })),
)

/** For `SWAPS`: what is about API keys and service accounts. */
export const KEY_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'keys.list': [
    swap(
      'for',
      inAcme(({ serviceMember }) => ({ for: serviceMember })),
      'nothing',
    ),
    swap(
      'project',
      inAcme(({ project }) => ({ project })),
    ),
    otherCursor('keys'),
  ],
  'keys.get': [key],
  'keys.create': [
    swap(
      'role',
      inAcme(({ role }) => ({ name: 'Deploy', role })),
    ),
    swap(
      'for',
      inAcme(({ serviceMember }, { role }) => ({ name: 'Deploy', role, for: serviceMember })),
    ),
    swap(
      'project',
      inAcme(({ project }, { projectRole }) => ({ name: 'Deploy', role: projectRole, project })),
    ),
  ],
  'keys.update': [
    swap(
      'key',
      inAcme(({ key }) => ({ key, name: 'Deploy' })),
    ),
  ],
  'keys.rotate': [key],
  'keys.revoke': [key],
  'serviceAccounts.list': [otherCursor('serviceAccounts')],
  'serviceAccounts.get': [account],
  'serviceAccounts.find': [
    swap(
      'member',
      inAcme(({ serviceMember: member }) => ({ member })),
    ),
  ],
  'serviceAccounts.create': [
    swap(
      'role',
      inAcme(({ role }) => ({ name: 'Another', role })),
    ),
  ],
  'serviceAccounts.update': [
    swap(
      'serviceAccount',
      inAcme(({ serviceAccount }) => ({ serviceAccount, name: 'Another' })),
    ),
    swap(
      'role',
      inAcme(({ role }, { serviceAccount }) => ({ serviceAccount, role })),
    ),
  ],
  'serviceAccounts.remove': [account],
}
