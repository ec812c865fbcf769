import { trpc } from '../api/client.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { count, counted } from '../ui/number.ts'
import { useHere } from './here.ts'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

/** How many there may be (T7), and whether they may belong elsewhere too (I4). */
export function SeatPolicy() {
  const draft = usePolicyDraft()
  const { organization } = useHere()
  const [{ seats, elsewhere }] = trpc.organizations.policyFacts.useSuspenseQuery({ organization })
  const limit = draft.edited.seats === undefined ? draft.here.policies.seats : draft.edited.seats
  const taken = seats.members + seats.invitations
  const one = draft.wanted.oneOrganizationPerAccount
  return (
    <PolicyForm draft={draft} save="Save seats">
      <Field
        label="Most members and open invitations together"
        optional
        hint={`Empty: without a limit. ${counted(seats.members, 'member', 'members')} and ${counted(seats.invitations, 'open invitation', 'open invitations')} take ${counted(taken, 'seat', 'seats')} now${
          draft.here.policies.seats === null ? '' : ` of ${count(draft.here.policies.seats)}`
        }. A lower limit removes nobody, but nobody more is invited.`}
      >
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          step={1}
          placeholder="No limit"
          readOnly={draft.forbidden !== undefined}
          value={limit === null || Number.isNaN(limit) ? '' : limit}
          onChange={({ target }) => draft.set({ seats: target.value === '' ? null : target.valueAsNumber })}
        />
      </Field>
      <Checkbox
        checked={one}
        onChange={(oneOrganizationPerAccount) => draft.set({ oneOrganizationPerAccount })}
        disabledReason={draft.forbidden}
        label="Members belong to no other organization"
        hint={`People who are in another organization cannot join, and members cannot join or create another one.${
          elsewhere ? ` ${counted(elsewhere, 'member is', 'members are')} elsewhere too, and may stay.` : ''
        }`}
      />
    </PolicyForm>
  )
}
