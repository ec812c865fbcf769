import { personName, titleText } from '@roster/domain'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import type { Member } from './types.ts'
import { useMembersChanged } from './use-members-changed.ts'

type Edited = { title: string; displayName: string }

/** Either may be left empty; what is there must be fine. */
function optional(rule: (text: string) => unknown): (text: string) => true | string {
  return (text) => text.trim() === '' || ruled(rule, '')(text)
}

/** What the organization calls somebody: title and display name. Their account keeps its own name. */
export function EditDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { organization, here } = useHere()
  const changed = useMembersChanged()
  const update = trpc.members.update.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: `Saved for ${member.ownName}.` })
      onClose()
    },
  })
  const form = useForm<Edited>({
    defaultValues: { title: member.title ?? '', displayName: member.displayName ?? '' },
  })
  const { register, handleSubmit, formState } = form
  const refused = useRefused(form, update.error, ['title', ['displayName', 'name']])

  function save({ title, displayName }: Edited) {
    if (update.isPending) return
    update.mutate({
      organization,
      member: member.member,
      title: title.trim() || null,
      displayName: displayName.trim() || null,
    })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      size="small"
      title={
        <>
          Edit <bdi>{member.name}</bdi>
        </>
      }
      description={`As they are called in ${here.name}, and nowhere else.`}
      onSubmit={(event) => void handleSubmit(save)(event)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={update.isPending}>
            Save
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
        <Field
          label="Title"
          optional
          error={formState.errors.title?.message}
          hint="Such as Head of research."
        >
          <Input autoComplete="off" {...register('title', { validate: optional(titleText) })} />
        </Field>
        <Field
          label="Display name"
          optional
          error={formState.errors.displayName?.message}
          hint={`Left empty, their own name is shown: ${member.ownName}.`}
        >
          <Input
            autoComplete="off"
            placeholder={member.ownName}
            {...register('displayName', { validate: optional(personName) })}
          />
        </Field>
      </div>
    </Dialog>
  )
}
