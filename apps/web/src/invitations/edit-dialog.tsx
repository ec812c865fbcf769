import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { dayAt } from '../ui/days.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { notify } from '../ui/notify.ts'
import { pickedFrom, placesInput, whyNotPlaces } from './places.ts'
import { PlacesField } from './places-field.tsx'
import { RoleField } from './role-field.tsx'
import { useStanding } from './standing.ts'
import { type Listed, recipientOf } from './types.ts'
import { useInvitationsChanged } from './use-invitations-changed.ts'

/** Gives an open invitation other terms; the invitee sees them under the same link (D22, I11). */
export function EditDialog({ row, onClose }: { row: Listed; onClose: () => void }) {
  const { organization, here, roles } = useStanding()
  const [present] = useState({ role: row.role.id, places: pickedFrom(row) })
  const [picked, setPicked] = useState(present.role)
  const [places, setPlaces] = useState(present.places)
  const [sure, setSure] = useState(false)
  const [reason, setReason] = useState('')
  const today = dayAt(useMinute())
  const changed = useInvitationsChanged()
  const who = recipientOf(row)
  const edit = trpc.invitations.edit.useMutation({
    async onSuccess({ role }) {
      await changed()
      notify({ message: `${who} is invited as ${role.name} now, on the terms you chose.` })
      onClose()
    },
  })

  const role = roles.find(({ id }) => id === picked)
  const another = picked !== present.role
  const needsSure = role?.elevated === true && another
  const asksReason = needsSure && here.policies.requireReason
  const moved = JSON.stringify(placesInput(places)) !== JSON.stringify(placesInput(present.places))
  const whyNot =
    !role || (!another && !moved)
      ? 'Change something first.'
      : needsSure && !sure
        ? `Confirm first that you want to give the role ${role.name}.`
        : asksReason && reason.trim() === ''
          ? `Say first why ${who} gets the role ${role.name}.`
          : whyNotPlaces(places, today)

  function submit() {
    if (whyNot !== undefined || edit.isPending) return
    edit.mutate({
      organization,
      invitation: row.id,
      ...(another && { role: picked }),
      ...(moved && placesInput(places)),
      reason: reason.trim() === '' ? null : reason,
    })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={`Edit the invitation for ${who}`}
      description="The link stays the same. Whoever opens it sees the new terms; nobody is told by mail."
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={edit.isPending} disabledReason={whyNot}>
            Save changes
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RoleField
          roles={roles}
          picked={role}
          present={present.role}
          onPick={(id) => {
            setPicked(id)
            setSure(false)
          }}
          sure={
            needsSure
              ? { checked: sure, onChange: setSure, label: `Give the role ${role.name} to ${who}` }
              : undefined
          }
        />
        {asksReason && (
          <Field label="Reason" hint="Kept with the role, for whoever reviews access.">
            <Input value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
        )}
        <PlacesField value={places} onChange={setPlaces} />
        {edit.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(edit.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
