import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

/** What the organization calls its projects. */
export function LabelPolicy() {
  const draft = usePolicyDraft()
  const label = draft.edited.projectLabel ?? draft.here.policies.projectLabel
  return (
    <PolicyForm draft={draft} save="Save words">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="One of them" hint="Within a sentence, such as workspace.">
          <Input
            value={label.one}
            maxLength={100}
            readOnly={draft.forbidden !== undefined}
            onChange={({ target }) => draft.set({ projectLabel: { ...label, one: target.value } })}
          />
        </Field>
        <Field label="Several of them" hint="Such as workspaces.">
          <Input
            value={label.many}
            maxLength={100}
            readOnly={draft.forbidden !== undefined}
            onChange={({ target }) => draft.set({ projectLabel: { ...label, many: target.value } })}
          />
        </Field>
      </div>
    </PolicyForm>
  )
}
