import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { useHere } from './here.ts'

/** Ends the organization for everybody, once its short name has been typed. */
export function DeleteOrganization() {
  const { organization, here, whyNot } = useHere()
  const { members, invitations } = here.totals
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const remove = trpc.organizations.delete.useMutation({
    async onSuccess() {
      notify({ message: `${here.name} is deleted.` })
      await navigate({ to: '/' })
      await utils.identity.me.invalidate()
    },
  })
  return (
    <>
      <Button variant="danger" disabledReason={whyNot('organization.delete')} onClick={() => setAsking(true)}>
        Delete {here.name}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete ${here.name}?`}
        typedWord={here.slug}
        losses={[
          `The membership of ${counted(members, 'person', 'people')}, yours included`,
          ...(invitations
            ? [`${counted(invitations, 'open invitation', 'open invitations')}: the links stop working`]
            : []),
          'Every project and group, and who may do what in them',
          `The short name ${here.slug}, which nobody can use again`,
        ]}
        confirmLabel={`Delete ${here.name}`}
        pending={remove.isPending}
        refusal={remove.error ? sentenceOf(remove.error) : undefined}
        onConfirm={() => remove.mutate({ organization, confirm: here.slug })}
      >
        <p>Accounts stay, and so does the audit trail on the server. Nobody can bring {here.name} back.</p>
      </ConfirmDialog>
    </>
  )
}
