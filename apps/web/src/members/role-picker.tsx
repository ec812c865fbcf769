import { Badge } from '../ui/badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { count } from '../ui/number.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import type { ListedRole, Member } from './types.ts'

type RolePickerProps = {
  roles: readonly ListedRole[]
  members: readonly Member[]
  picked: ListedRole | undefined
  onPick: (role: ListedRole) => void
  /** Given, the picked role is powerful enough to be asked for twice (O10). */
  sure: { checked: boolean; onChange: (checked: boolean) => void } | undefined
}

/** The roles, least powerful first, each in a sentence, with who holds which now. */
export function RolePicker({ roles, members, picked, onPick, sure }: RolePickerProps) {
  const [first] = members
  const who = members.length === 1 && first ? first.name : `these ${count(members.length)} people`
  return (
    <>
      <RadioCards
        label="Role"
        hideLabel
        value={picked?.id}
        onChange={(id) => {
          const role = roles.find((one) => one.id === id)
          if (role) onPick(role)
        }}
        options={roles.map((role) => {
          const holders = members.filter((member) => member.role.id === role.id).length
          return {
            value: role.id,
            label: role.name,
            sentence: role.description,
            disabledReason: role.refusal ?? undefined,
            aside: holders > 0 && <Badge>{members.length === 1 ? 'Now' : `${count(holders)} now`}</Badge>,
          }
        })}
      />
      {picked && sure && (
        <Callout meaning="warning" title={`${picked.name} is a powerful role`} announced>
          <p>It decides about other people and about the organization itself. Give it to few.</p>
          <Checkbox
            checked={sure.checked}
            onChange={sure.onChange}
            label={`Give the role ${picked.name} to ${who}`}
          />
        </Callout>
      )}
    </>
  )
}
