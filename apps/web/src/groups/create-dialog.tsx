import { groupName } from '@roster/domain'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { type Named, NameFields } from './name-fields.tsx'
import { useGroupsChanged } from './use-groups-changed.ts'

/** Makes a group and goes to its page, where people are put into it. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { organization } = useHere()
  const navigate = useNavigate()
  const changed = useGroupsChanged()
  const form = useForm<Named>({ defaultValues: { name: '', description: '' } })
  const create = trpc.groups.create.useMutation({
    async onSuccess({ group }, { name }) {
      await changed()
      notify({ message: `${name.trim()} is there. Put people into it.` })
      await navigate({ to: '/$organization/groups/$group', params: { organization, group } })
    },
  })
  const refused = useRefused(form, create.error, ['name', 'description'])

  return (
    <Dialog
      open
      onOpenChange={() => !create.isPending && onClose()}
      guarded
      size="small"
      title="Create group"
      description="It gives no access until it is given a role."
      onSubmit={(event) =>
        void form.handleSubmit((named) => {
          if (!create.isPending) create.mutate({ organization, ...named })
        })(event)
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={create.isPending}>
            Create group
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && (
          <Callout meaning="danger" announced>
            {refused}
          </Callout>
        )}
        <NameFields form={form} nameRule={ruled(groupName, 'Type a name for the group.')} />
      </div>
    </Dialog>
  )
}
