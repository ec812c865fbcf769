import type { ProjectId } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { PickList } from '../assignments/pick-list.tsx'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { PickedList } from './picked-list.tsx'

export type ProjectPicked = { id: ProjectId; name: string }

const OFFERED = 5

/** The one project that is looked at. */
export function ProjectField({
  project,
  onChange,
}: {
  project: ProjectPicked | undefined
  onChange: (project: ProjectPicked | undefined) => void
}) {
  const { organization } = useHere()
  const { one, many, One } = useProjectLabel()
  const [search, setSearch] = useState('')
  const [text, type] = useTyped(search, setSearch)
  const list = trpc.projects.list.useQuery(
    { organization, search: search || undefined, pageSize: OFFERED },
    { placeholderData: keepPreviousData },
  )
  return (
    <section aria-label={One} className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">Which {one}</h3>
      {project ? (
        <PickedList label={`Chosen ${one}`} picked={[project]} onRemove={() => onChange(undefined)} />
      ) : (
        <PickList
          label={`Search ${many}`}
          text={text}
          onType={type}
          found={list.data?.items.map(({ id, name }) => ({ id, name }))}
          nothing={search ? `No ${one} matches.` : `There are no ${many} yet.`}
          onPick={(id) => {
            const picked = list.data?.items.find((each) => each.id === id)
            if (picked) onChange({ id: picked.id, name: picked.name })
          }}
        />
      )}
    </section>
  )
}
