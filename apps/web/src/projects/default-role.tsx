import type { RoleId } from '@roster/domain'
import { useHere } from '../organizations/here.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { useProjectLabel } from './label.ts'
import type { ProjectRole } from './types.ts'

type DefaultRoleProps = {
  /** Those that can be had without anybody deciding it. */
  roles: readonly ProjectRole[]
  value: RoleId | null
  onChange: (role: RoleId | null) => void
  disabledReason?: string | undefined
}

const NONE = 'none'

/** The role of everybody who joins the organization from now on; nobody who is in it already gets it. */
export function DefaultRole({ roles, value, onChange, disabledReason }: DefaultRoleProps) {
  const { here } = useHere()
  const { one, many } = useProjectLabel()
  return (
    <Field
      label={`New members of ${here.name}`}
      hint={
        disabledReason ??
        (value === null
          ? `Nobody gets into this ${one} by joining ${here.name}.`
          : `Whoever joins ${here.name} and is added to its default ${many} gets this role here. People who are there already are not put into it.`)
      }
    >
      <Select<RoleId | typeof NONE>
        value={value ?? NONE}
        disabledReason={disabledReason}
        options={[
          { value: NONE, label: 'Are not put into it' },
          ...roles.map(({ id, name, offered }) => ({
            value: id,
            label: `Join it with the role ${name}`,
            disabled: !offered && id !== value,
          })),
        ]}
        onChange={(role) => onChange(role === NONE ? null : role)}
      />
    </Field>
  )
}
