import type { RoleId } from '@roster/domain'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioCards } from '../ui/radio-cards.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { ListedRole } from './types.ts'

type RoleFieldProps = {
  roles: readonly ListedRole[]
  picked: ListedRole | undefined
  onPick: (role: RoleId) => void
  /** Marked as the one it has now. */
  present?: RoleId | undefined
  /** For a powerful role: asks once more (O10). */
  sure?: { checked: boolean; onChange: (sure: boolean) => void; label: string } | undefined
}

/** The role to give, least powerful first, each in a sentence, with the way to all they allow (T8, D40). */
export function RoleField({ roles, picked, onPick, present, sure }: RoleFieldProps) {
  const { organization } = useHere()
  const lesser = roles.find(({ key }) => key === 'member')
  return (
    <div className="flex flex-col gap-3">
      <div className="-mb-1.5 flex items-baseline justify-between gap-2 text-sm">
        {/* The name of the choice itself says it to readers of the screen. */}
        <span aria-hidden className="font-medium">
          Role
        </span>
        <TextLink newTab link={{ to: '/$organization/roles', params: { organization } }}>
          What each role allows
        </TextLink>
      </div>
      <RadioCards
        label="Role"
        hideLabel
        value={picked?.id}
        onChange={(id) => {
          const role = roles.find((one) => one.id === id)
          if (role) onPick(role.id)
        }}
        options={roles.map(({ id, name, description, refusal }) => ({
          value: id,
          label: name,
          sentence: description,
          disabledReason: refusal ?? undefined,
          aside: id === present && <Badge>Now</Badge>,
        }))}
      />
      {picked && sure && (
        <Callout meaning="warning" title={`${picked.name} is a powerful role`} announced>
          <p>
            It decides about other people and about the organization itself. Give it to few: for work in
            projects{lesser ? `, ${lesser.name} is enough` : ' a lesser one is enough'}.
          </p>
          <Checkbox checked={sure.checked} onChange={sure.onChange} label={sure.label} />
        </Callout>
      )}
    </div>
  )
}
