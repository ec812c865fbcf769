import { mayGiveSilently, Refusal, type RoleId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { ChoosePerson } from '../members/choose-person.tsx'
import type { Member } from '../members/types.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { Select } from '../ui/select.tsx'
import { useProjectLabel } from './label.ts'
import type { Project } from './types.ts'
import { useProjectsChanged } from './use-projects-changed.ts'

const NOTHING = 'nothing'

/** Makes somebody of the organization the owner, and says what the reader keeps of their own role there. */
export function TransferDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const { organization, here } = useHere()
  const { one } = useProjectLabel()
  const at = { organization, project: project.id }
  const [roles] = trpc.roles.list.useSuspenseQuery({ ...at, level: 'project' })
  const owner = roles.find(({ key }) => key === 'owner')
  const [person, setPerson] = useState<Pick<Member, 'member' | 'name'>>()
  const [keep, setKeep] = useState<RoleId | null>(roles.find(({ key }) => key === 'admin')?.id ?? null)
  const [reason, setReason] = useState('')
  const [sure, setSure] = useState(false)
  const changed = useProjectsChanged()
  const undoCall = useUndoCall()
  const transfer = trpc.projects.transfer.useMutation({
    async onSuccess({ change }) {
      await changed()
      notify({
        message: `${person?.name} is an owner of ${project.name} now.`,
        undo: () => void undoCall(change),
      })
      onClose()
    },
  })
  const silent = owner && mayGiveSilently({ policies: here.policies, role: owner, reason })
  const whyNot = !person
    ? 'Choose the new owner first.'
    : silent instanceof Refusal
      ? silent.message
      : sure
        ? undefined
        : 'Confirm first that you want this.'

  function submit() {
    if (!person || whyNot !== undefined || transfer.isPending) return
    transfer.mutate({ ...at, member: person.member, keep, reason: reason.trim() || undefined })
  }

  return (
    <Dialog
      open
      onOpenChange={() => !transfer.isPending && onClose()}
      guarded
      title={
        <>
          Transfer <bdi>{project.name}</bdi>
        </>
      }
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={transfer.isPending} disabledReason={whyNot}>
            Transfer {one}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ChoosePerson chosen={person} onChoose={setPerson} />
        {project.joined && (
          <Field label="What you keep">
            <Select<RoleId | typeof NOTHING>
              value={keep ?? NOTHING}
              options={[
                { value: NOTHING, label: 'No role of your own in it' },
                ...roles.map(({ id, name, offered }) => ({ value: id, label: name, disabled: !offered })),
              ]}
              onChange={(role) => setKeep(role === NOTHING ? null : role)}
            />
          </Field>
        )}
        <Field label="Reason" optional={!here.policies.requireReason}>
          <Input value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {person && (
          <Callout
            meaning="warning"
            title={
              <>
                <bdi>{person.name}</bdi> will be able to do everything in it
              </>
            }
          >
            <p>That includes taking your role away and deleting the {one}.</p>
            <Checkbox
              checked={sure}
              onChange={setSure}
              label={
                <>
                  Make <bdi>{person.name}</bdi> an owner of <bdi>{project.name}</bdi>
                </>
              }
            />
          </Callout>
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
