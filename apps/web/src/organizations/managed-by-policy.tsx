import { mayChangePolicies, type OrganizationPolicies, Refusal } from '@roster/domain'
import { useState } from 'react'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Form } from '../ui/form.tsx'
import { RadioCards } from '../ui/radio-cards.tsx'
import { useHere } from './here.ts'
import { usePolicyUpdate } from './use-policy-update.ts'

type ManagedBy = OrganizationPolicies['managedBy']

const CHOICES = [
  {
    value: 'admins',
    label: 'Owners and admins',
    sentence: 'Every role that allows it manages members and invitations.',
  },
  {
    value: 'owners',
    label: 'Owners only',
    sentence: 'Nobody but owners sees or manages members and invitations, whatever their role says.',
  },
] as const

/** Whether admins manage members too (D2). Only owners say so. */
export function ManagedByPolicy() {
  const { organization, here, whyNot } = useHere()
  const { managedBy } = here.policies
  const [chosen, setChosen] = useState<ManagedBy>()
  const update = usePolicyUpdate(() => setChosen(undefined))
  const value = chosen ?? managedBy
  const ruled = mayChangePolicies({
    before: { managedBy },
    after: { managedBy: managedBy === 'owners' ? 'admins' : 'owners' },
    byOwner: here.role.key === 'owner',
  })
  const forbidden =
    whyNot('organization.update') ?? (ruled instanceof Refusal ? 'Only owners change this.' : undefined)

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== managedBy && !update.isPending)
          update.mutate({ organization, policies: { managedBy: value } })
      }}
      refused={update.error ? sentenceOf(update.error) : undefined}
    >
      <RadioCards
        label="Who manages members"
        hideLabel
        value={value}
        onChange={setChosen}
        options={CHOICES.map((choice) => ({
          ...choice,
          disabledReason: choice.value === managedBy ? undefined : forbidden,
        }))}
      />
      {value === 'owners' && managedBy === 'admins' && (
        <Callout meaning="warning">
          Admins, members and viewers lose sight of the members page at once. What admins have sent stays
          open.
        </Callout>
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={update.isPending}
          disabledReason={forbidden ?? (value === managedBy ? 'Nothing has been changed.' : undefined)}
        >
          Save policy
        </Button>
      </div>
    </Form>
  )
}
