import { User, UserMinus, UserRoundCheck, UserRoundX } from 'lucide-react'
import type { MenuSection } from '../ui/menu-types.ts'
import type { GroupPerson } from './types.ts'

type Can = {
  organization: string
  /** Why who is in the group is not the reader's to change. */
  whyNotChange: string | undefined
  /** Why who manages it is not. */
  whyNotManager: string | undefined
  seesMembers: boolean
  onManager: (manager: boolean) => void
  onTakeOut: () => void
}

/** What can be done with somebody in a group. */
export function personMenu(person: GroupPerson, can: Can): readonly MenuSection[] {
  const elsewhere = person.through
    ? `They are in it through ${person.through.name}. Change it there.`
    : undefined
  return [
    {
      items: [
        ...(can.seesMembers
          ? [
              {
                label: 'Show person',
                icon: User,
                link: {
                  to: '/$organization/members/$member',
                  params: { organization: can.organization, member: person.member },
                } as const,
              },
            ]
          : []),
        person.manager
          ? {
              label: 'Make an ordinary member',
              icon: UserRoundX,
              onSelect: () => can.onManager(false),
              disabledReason: elsewhere ?? can.whyNotManager,
            }
          : {
              label: 'Make a manager',
              icon: UserRoundCheck,
              hint: 'Managers decide who is in the group.',
              onSelect: () => can.onManager(true),
              disabledReason: elsewhere ?? can.whyNotManager,
            },
      ],
    },
    {
      items: [
        {
          label: 'Take out',
          icon: UserMinus,
          danger: true,
          onSelect: can.onTakeOut,
          disabledReason: elsewhere ?? can.whyNotChange,
        },
      ],
    },
  ]
}
