import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import type { KeyAt } from './types.ts'

const EVERYWHERE = 'everywhere'
const MOST_LISTED = 100

type PlaceFieldProps = { value: KeyAt | undefined; onChange: (value: KeyAt | undefined) => void }

/** Where a key works: in the organization, or at one project of it. */
export function PlaceField({ value, onChange }: PlaceFieldProps) {
  const { organization, here, may } = useHere()
  const label = useProjectLabel()
  const projects = trpc.projects.list.useQuery(
    { organization, pageSize: MOST_LISTED },
    { enabled: may('projects.read') },
  )
  const listed = projects.data?.items ?? []
  return (
    <Field label="Works in" hint={value ? `In this ${label.one} only.` : undefined}>
      <Select<string>
        value={value?.id ?? EVERYWHERE}
        options={[
          { value: EVERYWHERE, label: `All of ${here.name}` },
          ...listed.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) => {
          const project = listed.find(({ id }) => id === chosen)
          onChange(project && { id: project.id, name: project.name })
        }}
      />
    </Field>
  )
}
