import { useHere } from '../organizations/here.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { Draft } from './draft.ts'
import { EndField } from './end-field.tsx'
import { PlacesField } from './places-field.tsx'
import { RoleSelect } from './role-select.tsx'
import { SubjectsField } from './subjects-field.tsx'
import type { Role } from './types.ts'

type TermsPanelProps = {
  draft: Draft
  roles: readonly Role[]
  onChange: (draft: Draft) => void
}

/** Who, where, as what, until when and why. */
export function TermsPanel({ draft, roles, onChange }: TermsPanelProps) {
  const { organization } = useHere()
  const several = draft.places.length > 1 || draft.subjects.length > 1
  return (
    <div className="flex flex-col gap-5">
      <SubjectsField subjects={draft.subjects} onChange={(subjects) => onChange({ ...draft, subjects })} />
      <PlacesField draft={draft} roles={roles} onChange={(places) => onChange({ ...draft, places })} />
      <Field
        label={several ? 'Role for all' : 'Role'}
        aside={
          <TextLink newTab link={{ to: '/$organization/roles', params: { organization } }}>
            What roles allow
          </TextLink>
        }
      >
        <RoleSelect
          label={several ? 'Role for all' : 'Role'}
          roles={roles}
          value={draft.role}
          strict={draft.places.length === 1}
          onChange={(role) => onChange({ ...draft, role })}
        />
      </Field>
      <EndField onChange={(expiresAt) => onChange({ ...draft, expiresAt })} />
      <Field label="Reason" optional hint="Kept with the role, for whoever asks later.">
        <Input
          value={draft.reason}
          maxLength={500}
          onChange={({ target }) => onChange({ ...draft, reason: target.value })}
        />
      </Field>
    </div>
  )
}
