import { type Permission, permissionChange } from '@roster/domain'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { ChangePreview } from './change-preview.tsx'
import { isHeld } from './held-text.ts'
import { whyNotPick } from './may.ts'
import { type RoleDraft, RoleFields, without } from './role-fields.tsx'
import type { ListedRole } from './types.ts'
import { useRoles } from './use-roles.ts'
import { useRolesChanged } from './use-roles-changed.ts'

/** Changes a role: first what, then, where anybody holds it, a look at who gains and loses what. */
export function EditDialog({ role: opened, onClose }: { role: ListedRole; onClose: () => void }) {
  const { organization } = useHere()
  // As it was when it was opened: what others change meanwhile is refused, not overwritten.
  const [role] = useState(opened)
  const { roles, level } = useRoles()
  const changed = useRolesChanged()
  const fixed = whyNotPick(role)
  const [picked, setPicked] = useState<ReadonlySet<Permission>>(new Set(role.terms))
  const [draft, setDraft] = useState<RoleDraft>()
  const [refusedBefore, setRefusedBefore] = useState<string | null>()
  const update = trpc.roles.update.useMutation({
    async onSuccess(_, { name = role.name }) {
      await changed()
      notify({ message: `Saved: ${name.trim()}.` })
      onClose()
    },
    onError: () => setDraft(undefined),
  })
  const form = useForm<RoleDraft>({ defaultValues: { name: role.name, description: role.description } })
  const refused = useRefused(form, update.error, ['name', 'description'])
  const { gains, losses } = permissionChange(role.terms, picked)
  const repicked = fixed === undefined && gains.length + losses.length > 0
  const permissions = [...picked]

  function save(draft: RoleDraft) {
    if (update.isPending || picked.size === 0) return
    const { name, description } = draft
    update.mutate({
      organization,
      role: role.id,
      ...(name !== role.name && { name }),
      ...(description !== role.description && { description }),
      ...(repicked && { permissions, seen: [...role.terms] }),
    })
  }
  const next = (draft: RoleDraft) => {
    if (picked.size === 0) return
    if (repicked && isHeld(role)) setDraft(draft)
    else save(draft)
  }

  if (draft) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        guarded
        size="wide"
        title={`Change what ${role.name} allows?`}
        description="It takes effect at once, for everybody who holds it."
        onSubmit={() => save(draft)}
        footer={
          <>
            <Button onClick={() => setDraft(undefined)}>Back</Button>
            <Button
              type="submit"
              variant="primary"
              pending={update.isPending}
              disabledReason={
                refusedBefore === undefined
                  ? 'Wait until it is known what changes.'
                  : (refusedBefore ?? undefined)
              }
            >
              Change role
            </Button>
          </>
        }
      >
        <ChangePreview input={{ organization, role: role.id, permissions }} onKnown={setRefusedBefore} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      size={fixed ? 'normal' : 'wide'}
      title={`Edit ${role.name}`}
      description={
        fixed ? 'What a built-in role allows is fixed. Clone it to pick something else.' : undefined
      }
      onSubmit={(event) => void form.handleSubmit(next)(event)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={update.isPending}>
            {repicked && isHeld(role) ? 'See what changes' : 'Save role'}
          </Button>
        </>
      }
    >
      <RoleFields
        form={form}
        level={level}
        others={without(roles, role.id)}
        picked={picked}
        onPick={fixed ? undefined : setPicked}
        pickError={picked.size === 0 && !fixed ? 'Pick at least one permission.' : undefined}
        refused={refused}
      />
    </Dialog>
  )
}
