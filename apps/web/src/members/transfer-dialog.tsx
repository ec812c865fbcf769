import { mayGiveSilently, Refusal } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { ChoosePerson } from './choose-person.tsx'
import { whyNotTransfer } from './may.ts'
import { useStanding } from './standing.ts'
import type { Member } from './types.ts'
import { useMembersChanged } from './use-members-changed.ts'

type Keep = 'owner' | 'admin'

/** Makes somebody an owner, and says what becomes of the reader. Without `to` it asks whom first. */
export function TransferDialog({ to, onClose }: { to: Member | undefined; onClose: () => void }) {
  const { organization, here, roles, standing } = useStanding()
  const [chosen, setChosen] = useState<Member>()
  const [keep, setKeep] = useState<Keep>()
  const [sure, setSure] = useState(false)
  const [reason, setReason] = useState('')
  const changed = useMembersChanged()
  const person = to ?? chosen
  const transfer = trpc.members.transferOwnership.useMutation({
    async onSuccess(_, { keep }) {
      await changed()
      const you = keep === 'admin' ? ' You are an admin now.' : ''
      notify({ message: `${person?.name} is an owner of ${here.name} now.${you}` })
      onClose()
    },
  })

  const admin = roles.find(({ key }) => key === 'admin')?.name ?? 'Admin'
  const owner = roles.find(({ key }) => key === 'owner')
  const silently = owner ? mayGiveSilently({ policies: here.policies, role: owner, reason }) : true
  const whyNot = !person
    ? 'Choose the new owner first.'
    : (whyNotTransfer(person, standing) ??
      (keep === undefined
        ? 'Choose what you will be.'
        : !sure
          ? 'Confirm first that you want this.'
          : silently instanceof Refusal
            ? silently.message
            : undefined))

  function submit() {
    if (!person || !keep || whyNot !== undefined || transfer.isPending) return
    transfer.mutate({
      organization,
      member: person.member,
      keep,
      ...(reason.trim() && { reason: reason.trim() }),
    })
  }

  return (
    <Dialog
      open
      onOpenChange={() => !transfer.isPending && onClose()}
      guarded
      title={
        person ? (
          <>
            Transfer {here.name} to <bdi>{person.name}</bdi>
          </>
        ) : (
          `Transfer ownership of ${here.name}`
        )
      }
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={transfer.isPending} disabledReason={whyNot}>
            Transfer ownership
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {!to && (
          <ChoosePerson
            chosen={chosen}
            onChoose={setChosen}
            whyNot={(person) => whyNotTransfer(person, standing)}
          />
        )}
        {person && (
          <>
            <RadioCards<Keep>
              label="What you will be"
              value={keep}
              onChange={setKeep}
              options={[
                {
                  value: 'admin',
                  label: admin,
                  sentence: 'You go on managing people and settings, but cannot transfer or delete it.',
                },
                {
                  value: 'owner',
                  label: 'Owner, beside them',
                  sentence: 'You both may do everything, also take ownership from each other.',
                },
              ]}
            />
            <Callout
              meaning="warning"
              title={
                <>
                  <bdi>{person.name}</bdi> will be able to do everything
                </>
              }
            >
              <p>That includes changing your role and deleting {here.name}.</p>
              <Checkbox
                checked={sure}
                onChange={setSure}
                label={
                  <>
                    Make <bdi>{person.name}</bdi> an owner of {here.name}
                  </>
                }
              />
            </Callout>
          </>
        )}
        {person && here.policies.requireReason && (
          <Field label="Reason" hint="Kept with the role, for whoever asks later.">
            <Input value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          </Field>
        )}
        {transfer.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(transfer.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
