import { lazy, Suspense } from 'react'
import { AsOfButton } from '../history/as-of-button.tsx'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import { showsSome } from './search.ts'
import type { Project, ProjectRole } from './types.ts'
import { useProjectSearch } from './use-projects-search.ts'

const ExportMenu = lazy(() =>
  import('../exports/export-menu.tsx').then((file) => ({ default: file.ExportMenu })),
)

type MembersToolbarProps = {
  project: Project

  roles: readonly ProjectRole[]
  /** How many there are; undefined while that is not known. */
  found: number | undefined
}

/** Search while typing, and the filters. */
export function MembersToolbar({ project, roles, found }: MembersToolbarProps) {
  const { may } = useHere()
  const { search, set } = useProjectSearch()
  const [text, type] = useTyped(search.q ?? '', (q) =>
    set({ q: q || undefined, page: undefined }, { replace: true }),
  )
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search name, email, username"
        value={text}
        onChange={type}
        result={
          showsSome(search) && found !== undefined ? `${counted(found, 'person', 'people')} found` : undefined
        }
      />
      <Select
        compact
        aria-label="Role"
        value={search.role ?? 'any'}
        options={[
          { value: 'any', label: 'Any role' },
          ...roles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => set({ role: value === 'any' ? undefined : value, page: undefined })}
      />
      <Select
        compact
        aria-label="Access"
        value={search.via ?? 'any'}
        options={[
          { value: 'any', label: 'Any access' },
          { value: 'direct', label: 'Direct' },
          { value: 'group', label: 'Through a group' },
        ]}
        onChange={(via) => set({ via: via === 'any' ? undefined : via, page: undefined })}
      />
      <AsOfButton day={undefined} onChange={(asOf) => set({ asOf, page: undefined })} />
      {may('members.read') && may('organization.export') && (
        <Suspense>
          <ExportMenu of={{ what: 'assignments', project: project.id }} />
        </Suspense>
      )}
    </div>
  )
}
