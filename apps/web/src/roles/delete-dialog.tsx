import type { RoleId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { Select } from '../ui/select.tsx'
import { ChangePreview } from './change-preview.tsx'
import { heldText, isHeld } from './held-text.ts'
import { without } from './role-fields.tsx'
import type { ListedRole } from './types.ts'
import { useRoles } from './use-roles.ts'
import { useRolesChanged } from './use-roles-changed.ts'

/** Deletes a role; whoever holds it gets another one, and who gains and loses what by that is shown first. */
export function DeleteDialog({ role: opened, onClose }: { role: ListedRole; onClose: () => void }) {
  const { organization } = useHere()
  // As it was when it was opened: it leaves the list behind the dialog before that closes.
  const [role] = useState(opened)
  const { roles } = useRoles()
  const changed = useRolesChanged()
  const held = isHeld(role)
  const [to, setTo] = useState<RoleId>()
  const [refusal, setRefusal] = useState<string | null>()
  const remove = trpc.roles.delete.useMutation({
    async onSuccess() {
      onClose()
      notify({ message: `The role ${role.name} was deleted.` })
      await changed()
    },
  })
  // Owner is given to people one by one.
  const others = without(roles, role.id).filter(({ key }) => key !== 'owner')
  const whyNot =
    !held && to === undefined
      ? undefined
      : to === undefined
        ? 'Choose the role that takes its place first.'
        : refusal === undefined
          ? 'Wait until it is known what changes.'
          : (refusal ?? undefined)

  function submit() {
    if (whyNot !== undefined || remove.isPending) return
    remove.mutate({ organization, role: role.id, ...(to && { replaceWith: to }) })
  }

  return (
    <Dialog
      open
      onOpenChange={() => !remove.isPending && onClose()}
      role="alertdialog"
      guarded
      size={held ? 'wide' : 'normal'}
      title={
        <>
          Delete the role <bdi>{role.name}</bdi>?
        </>
      }
      description={held ? `Still held: ${heldText(role)}.` : 'Nobody holds it.'}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" pending={remove.isPending} disabledReason={whyNot}>
            Delete role
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {(held || remove.error) && (
          <Field
            label="They get this role instead"
            hint="People, groups and open invitations, everywhere they hold it, at once."
          >
            <Select
              value={to ?? ''}
              placeholder="Choose a role"
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => {
                setTo(id)
                setRefusal(undefined)
              }}
            />
          </Field>
        )}
        {to && (
          <ChangePreview
            key={to}
            input={{ organization, role: role.id, replaceWith: to }}
            onKnown={setRefusal}
          />
        )}
        {role.keys > 0 && (
          <Callout meaning="warning">
            {counted(role.keys, 'API key has', 'API keys have')} this role as the most they may do. They end
            with it, and whatever uses them stops working.
          </Callout>
        )}
        {remove.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(remove.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
