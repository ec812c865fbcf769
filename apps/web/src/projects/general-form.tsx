import {
  LONGEST_PROJECT_DESCRIPTION,
  mayHoldByDefault,
  projectName,
  Refusal,
  type RoleId,
} from '@roster/domain'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { DefaultRole } from './default-role.tsx'
import { useProjectLabel } from './label.ts'
import { whyNotThere } from './project-menu.ts'
import type { Project } from './types.ts'
import { useProjectsChanged } from './use-projects-changed.ts'
import { visibilityChoices } from './visibility.ts'

type Named = { name: string; description: string }

/** Name, description, who knows of it, and the role of those who join. */
export function GeneralForm({ project }: { project: Project }) {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const at = { organization, project: project.id }
  const [roles] = trpc.roles.list.useSuspenseQuery({ ...at, level: 'project' })
  const form = useForm<Named>({ values: { name: project.name, description: project.description } })
  const { errors, isDirty } = form.formState
  const [visibility, setVisibility] = useState<Project['visibility']>()
  const [defaultRole, setDefaultRole] = useState<RoleId | null>()
  const changed = useProjectsChanged()
  const update = trpc.projects.update.useMutation({
    async onSuccess() {
      await changed()
      setVisibility(undefined)
      setDefaultRole(undefined)
      notify({ message: 'Saved', meaning: 'success' })
    },
  })
  const refused = useRefused(form, update.error, ['name', 'description'])
  const forbidden =
    whyNotThere(project, 'project.update') ??
    (project.archived ? new Refusal('project-archived').message : undefined)
  const given = project.defaultRole?.id ?? null
  const dirty =
    isDirty ||
    (visibility ?? project.visibility) !== project.visibility ||
    (defaultRole !== undefined && defaultRole !== given)

  function submit(named: Named) {
    if (forbidden !== undefined || !dirty || update.isPending) return
    update.mutate({ ...at, ...named, visibility, defaultRole })
  }

  return (
    <Form onSubmit={form.handleSubmit(submit)} refused={refused}>
      <Field label="Name" error={errors.name?.message}>
        <Input
          autoComplete="off"
          readOnly={forbidden !== undefined}
          {...form.register('name', { validate: ruled(projectName, 'Type its name.') })}
        />
      </Field>
      <Field label="Description" optional error={errors.description?.message}>
        <TextArea
          rows={2}
          maxLength={LONGEST_PROJECT_DESCRIPTION}
          readOnly={forbidden !== undefined}
          {...form.register('description')}
        />
      </Field>
      <RadioCards
        label="Who knows of it"
        value={visibility ?? project.visibility}
        onChange={setVisibility}
        options={visibilityChoices(label, here.name).map((choice) => ({
          ...choice,
          disabledReason: choice.value === project.visibility ? undefined : forbidden,
        }))}
      />
      <DefaultRole
        roles={roles.filter((role) => role.id === given || mayHoldByDefault(role) === true)}
        value={defaultRole === undefined ? given : defaultRole}
        onChange={setDefaultRole}
        disabledReason={forbidden ?? whyNotThere(project, 'project.members.manage')}
      />
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={update.isPending}
          disabledReason={forbidden ?? (dirty ? undefined : 'Nothing has been changed.')}
        >
          Save
        </Button>
      </div>
    </Form>
  )
}
