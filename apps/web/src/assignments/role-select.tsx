import { Select } from '../ui/select.tsx'
import { type Choice, NO_ROLE } from './draft.ts'
import type { Role } from './types.ts'

const AS_ALL = 'as-all'

type RoleSelectProps = {
  label: string
  roles: readonly Role[]
  value: Choice | undefined
  onChange: (choice: Choice | undefined) => void
  /** What an undecided one follows, e.g. "As above"; without it, something must be chosen. */
  otherwise?: string | undefined
  /** Refused roles cannot be chosen: where one project is meant, it is known beforehand. */
  strict?: boolean | undefined
}

/** A role of projects, or none. */
export function RoleSelect({ label, roles, value, onChange, otherwise, strict = false }: RoleSelectProps) {
  return (
    <Select<Choice | typeof AS_ALL>
      aria-label={label}
      value={value ?? (otherwise ? AS_ALL : '')}
      placeholder={otherwise ? undefined : 'Choose a role'}
      options={[
        ...(otherwise ? [{ value: AS_ALL, label: otherwise } as const] : []),
        ...roles.map(({ id, name, offered }) => ({ value: id, label: name, disabled: strict && !offered })),
        { value: NO_ROLE, label: 'No role: take away what they hold' },
      ]}
      onChange={(chosen) => onChange(chosen === AS_ALL ? undefined : chosen)}
    />
  )
}
