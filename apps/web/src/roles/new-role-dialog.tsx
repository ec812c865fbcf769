import type { Permission } from '@roster/domain'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { whyNotGrant } from './may.ts'
import { type RoleDraft, RoleFields } from './role-fields.tsx'
import type { ListedRole } from './types.ts'
import { useRoles } from './use-roles.ts'
import { useRolesChanged } from './use-roles-changed.ts'

type NewRoleDialogProps = {
  /** Cloned from this one. */
  like?: ListedRole | undefined
  onClose: () => void
}

/** Makes a custom role by picking what it allows, from nothing or from another role. */
export function NewRoleDialog({ like, onClose }: NewRoleDialogProps) {
  const { organization, here } = useHere()
  const { roles, level } = useRoles()
  const changed = useRolesChanged()
  const own = (like?.terms ?? []).filter((one) => whyNotGrant(one, here.permissions) === undefined)
  const [picked, setPicked] = useState<ReadonlySet<Permission>>(new Set(own))
  const [tried, setTried] = useState(false)
  const create = trpc.roles.create.useMutation({
    async onSuccess(_, { name }) {
      await changed()
      notify({ message: `The role ${name.trim()} can be given now.` })
      onClose()
    },
  })
  const form = useForm<RoleDraft>({
    defaultValues: { name: like ? `${like.name} copy` : '', description: like?.description ?? '' },
  })
  const refused = useRefused(form, create.error, ['name', 'description'])

  function save({ name, description }: RoleDraft) {
    if (picked.size === 0 || create.isPending) return
    create.mutate({ organization, level, name, description, permissions: [...picked] })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      size="wide"
      title={
        like
          ? `Clone ${like.name}`
          : level === 'project'
            ? 'New role in projects'
            : 'New role in the organization'
      }
      description={
        level === 'project'
          ? 'It can be given to people and groups at any project.'
          : `It can be given to the people of ${here.name}.`
      }
      onSubmit={(event) => {
        setTried(true)
        void form.handleSubmit(save)(event)
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={create.isPending}>
            Create role
          </Button>
        </>
      }
    >
      {like && own.length < like.terms.length && (
        <div className="mb-4">
          <Callout>What you do not hold yourself is left out of the copy.</Callout>
        </div>
      )}
      <RoleFields
        form={form}
        level={level}
        others={roles}
        picked={picked}
        onPick={setPicked}
        pickError={tried && picked.size === 0 ? 'Pick at least one permission.' : undefined}
        refused={refused}
      />
    </Dialog>
  )
}
