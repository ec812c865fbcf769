import { Checkbox } from '../ui/checkbox.tsx'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

/** Whether powerful roles are given with a reason. */
export function ReasonPolicy() {
  const draft = usePolicyDraft()
  return (
    <PolicyForm draft={draft} save="Save reasons">
      <Checkbox
        checked={draft.wanted.requireReason}
        onChange={(requireReason) => draft.set({ requireReason })}
        disabledReason={draft.forbidden}
        label="Ask for a reason when such a role is given"
        hint="Owner, admin, and every other role that decides about people, in the organization and in projects. The reason stays with the role."
      />
    </PolicyForm>
  )
}
