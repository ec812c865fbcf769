import { LONGEST_PROJECT_DESCRIPTION, mayHoldByDefault, projectName, type RoleId } from '@roster/domain'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DefaultRole } from './default-role.tsx'
import { useProjectLabel } from './label.ts'
import type { ListedProject } from './types.ts'
import { useProjectsChanged } from './use-projects-changed.ts'
import { visibilityChoices } from './visibility.ts'

type Named = { name: string; description: string }

/** Makes a project. Whoever manages all of them anyway says whether they are in it. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { organization, here, may } = useHere()
  const label = useProjectLabel()
  const [visibility, setVisibility] = useState<ListedProject['visibility']>('private')
  const [defaultRole, setDefaultRole] = useState<RoleId | null>(null)
  const [join, setJoin] = useState(false)
  const navigate = useNavigate()
  const changed = useProjectsChanged()
  const form = useForm<Named>({ defaultValues: { name: '', description: '' } })
  const create = trpc.projects.create.useMutation({
    async onSuccess({ project }, { name }) {
      await changed()
      notify({ message: `${name.trim()} is there. Put people into it.` })
      await navigate({
        to: '/$organization/projects/$project',
        params: { organization, project },
      })
    },
  })
  const refused = useRefused(form, create.error, ['name', 'description'])
  const covered = may('project.members.manage')
  const { data: roles = [] } = trpc.roles.list.useQuery({ organization, level: 'project' })

  function submit(named: Named) {
    if (create.isPending) return
    create.mutate({ organization, ...named, visibility, defaultRole, join })
  }

  return (
    <Dialog
      open
      onOpenChange={() => !create.isPending && onClose()}
      guarded
      title={`Create ${label.one}`}
      onSubmit={(event) => void form.handleSubmit(submit)(event)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={create.isPending}>
            Create {label.one}
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
        <Field label="Name" error={form.formState.errors.name?.message}>
          <Input
            autoComplete="off"
            {...form.register('name', { validate: ruled(projectName, `Type a name for the ${label.one}.`) })}
          />
        </Field>
        <Field label="Description" optional error={form.formState.errors.description?.message}>
          <TextArea rows={2} maxLength={LONGEST_PROJECT_DESCRIPTION} {...form.register('description')} />
        </Field>
        <RadioCards
          label="Who knows of it"
          value={visibility}
          onChange={setVisibility}
          options={visibilityChoices(label, here.name)}
        />
        <DefaultRole
          roles={roles.filter((role) => mayHoldByDefault(role) === true)}
          value={defaultRole}
          onChange={setDefaultRole}
        />
        {covered ? (
          <Checkbox
            checked={join}
            onChange={setJoin}
            label="Put me into it as its owner"
            hint={`Your role in ${here.name} lets you manage it either way.`}
          />
        ) : (
          <p className="text-ink-muted text-sm">You will be its owner.</p>
        )}
      </div>
    </Dialog>
  )
}
