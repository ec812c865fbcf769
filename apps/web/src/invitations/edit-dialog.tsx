import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { RoleField } from './role-field.tsx'
import { useStanding } from './standing.ts'
import { type Listed, recipientOf } from './types.ts'
import { useInvitationsChanged } from './use-invitations-changed.ts'

/** Gives an open invitation another role; the invitee sees the new terms under the same link (D22). */
export function EditDialog({ row, onClose }: { row: Listed; onClose: () => void }) {
  const { organization, roles } = useStanding()
  const [present] = useState(row.role.id)
  const [picked, setPicked] = useState(present)
  const [sure, setSure] = useState(false)
  const changed = useInvitationsChanged()
  const who = recipientOf(row)
  const edit = trpc.invitations.edit.useMutation({
    async onSuccess({ role }) {
      await changed()
      notify({ message: `${who} is invited as ${role.name} now.` })
      onClose()
    },
  })

  const role = roles.find(({ id }) => id === picked)
  const needsSure = role?.elevated === true && picked !== present
  const whyNot =
    !role || picked === present
      ? 'Choose another role first.'
      : needsSure && !sure
        ? `Confirm first that you want to give the role ${role.name}.`
        : undefined

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={`Change the role of the invitation for ${who}`}
      description="The link stays the same. Whoever opens it sees the new role; nobody is told by mail."
      onSubmit={() => {
        if (whyNot === undefined && !edit.isPending)
          edit.mutate({ organization, invitation: row.id, role: picked })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={edit.isPending} disabledReason={whyNot}>
            Change role
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RoleField
          roles={roles}
          picked={role}
          present={present}
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
        {edit.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(edit.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
