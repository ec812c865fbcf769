import { keepPreviousData } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import type { PickedProject } from './places.ts'
import { ProjectTermRow } from './project-term-row.tsx'

/** Above this a list to choose from is searched first. */
const LISTED = 100

type ProjectsPickerProps = {
  picked: readonly PickedProject[]
  onChange: (picked: readonly PickedProject[]) => void
}

/** Projects with a role in each, and an end where one is wanted (D24, D27). */
export function ProjectsPicker({ picked, onChange }: ProjectsPickerProps) {
  const { organization } = useHere()
  const label = useProjectLabel()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization, level: 'project' })
  const [adding, setAdding] = useState(false)
  // The least powerful one comes first (D40).
  const [usual] = roles

  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">{label.Many}</p>
      {picked.length > 0 && (
        <ul className="flex flex-col gap-2">
          {picked.map((one) => (
            <ProjectTermRow
              key={one.id}
              value={one}
              onChange={(next) => onChange(picked.map((other) => (other.id === one.id ? next : other)))}
              onRemove={() => onChange(picked.filter((other) => other.id !== one.id))}
            />
          ))}
        </ul>
      )}
      {adding && usual ? (
        <ChooseProject
          taken={new Set(picked.map(({ id }) => id))}
          onChoose={({ id, name }) => {
            onChange([...picked, { id, name, role: usual.id, until: '' }])
            setAdding(false)
          }}
        />
      ) : (
        <div>
          <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
            Add {label.one}
          </Button>
        </div>
      )}
    </div>
  )
}

type ChooseProjectProps = {
  taken: ReadonlySet<string>
  onChoose: (project: Pick<PickedProject, 'id' | 'name'>) => void
}

/** One more project, out of those in which the reader decides about people. */
function ChooseProject({ taken, onChoose }: ChooseProjectProps) {
  const { organization } = useHere()
  const label = useProjectLabel()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const list = trpc.projects.list.useQuery(
    { organization, search: search || undefined, pageSize: LISTED },
    { placeholderData: keepPreviousData },
  )
  const found = list.data?.items.filter(({ id }) => !taken.has(id)) ?? []
  const many = (list.data?.total ?? 0) > LISTED || search !== ''
  const nothing = list.isPending ? 'Looking…' : search ? 'None matches' : `There is no other ${label.one}`
  return (
    <div className="flex flex-col gap-2">
      {many && <SearchInput label={`Search ${label.many}`} value={text} onChange={type} />}
      <Field label={`Add ${label.one}`} hideLabel>
        <Select
          value=""
          placeholder={found.length > 0 ? `Choose a ${label.one}` : nothing}
          options={found.map(({ id, name, permissions }) => {
            const decides = permissions.includes('project.members.manage')
            return { value: id, label: decides ? name : `${name} (not yours to manage)`, disabled: !decides }
          })}
          onChange={(chosen) => {
            const project = found.find(({ id }) => id === chosen)
            if (project) onChoose(project)
          }}
        />
      </Field>
    </div>
  )
}
