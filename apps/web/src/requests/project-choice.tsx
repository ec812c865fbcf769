import { isId, type ProjectId, type RoleId } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'

/** A project that comes with the invitation, and the role there. */
export type ProjectChosen = { project: ProjectId; role: RoleId | undefined }

type ProjectChoiceProps = {
  organization: string
  chosen: ProjectChosen | undefined
  onChoose: (chosen: ProjectChosen | undefined) => void
}

/** As many as a list to choose from can show. */
const SHOWN = 100

/** A project to put the newcomer into as well, of those whose members the reader decides about. */
export function ProjectChoice({ organization, chosen, onChoose }: ProjectChoiceProps) {
  const { one, many, One } = useProjectLabel()
  const { data } = trpc.projects.list.useQuery({ organization, pageSize: SHOWN })
  const { data: roles } = trpc.roles.list.useQuery(
    { organization, level: 'project', project: chosen?.project },
    { enabled: chosen !== undefined },
  )
  const projects =
    data?.items.filter(({ permissions }) => permissions.includes('project.members.manage')) ?? []
  if (projects.length === 0) return null
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={One} optional hint={`Other ${many} can follow once they have joined.`}>
        <Select
          value={chosen?.project ?? 'none'}
          onChange={(id) => onChoose(isId('prj', id) ? { project: id, role: undefined } : undefined)}
          options={[
            { value: 'none', label: `No ${one}` },
            ...projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      {chosen && (
        <Field label="Role there">
          <Select
            value={chosen.role ?? ''}
            placeholder="Choose a role"
            onChange={(role) => isId('rol', role) && onChoose({ ...chosen, role })}
            options={(roles ?? []).map(({ id, name, refusal }) => ({
              value: id,
              label: name,
              disabled: refusal !== null,
            }))}
          />
        </Field>
      )}
    </div>
  )
}
