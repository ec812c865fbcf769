import { trpc } from '../api/client.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Code } from '../ui/code.tsx'
import { useHere } from './here.ts'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

/** Whether people who know its address may ask to join. */
export function JoiningPolicy() {
  const draft = usePolicyDraft()
  const { here } = useHere()
  const [{ url }] = trpc.identity.status.useSuspenseQuery({})
  return (
    <PolicyForm draft={draft} save="Save requests">
      <Checkbox
        checked={draft.wanted.joinRequests}
        onChange={(joinRequests) => draft.set({ joinRequests })}
        disabledReason={draft.forbidden}
        label="People may ask to join"
        hint="Whoever has an account here and knows the address below can ask, with a reason. Nothing happens until somebody who may invite says yes."
      />
      {draft.wanted.joinRequests && <Code block>{`${url}/join/${here.slug}`}</Code>}
    </PolicyForm>
  )
}
