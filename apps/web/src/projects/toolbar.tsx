import { useTyped } from '../members/use-typed.ts'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import { useProjectLabel } from './label.ts'
import { isFiltered, type ProjectsState } from './search.ts'
import { useProjectsSearch } from './use-projects-search.ts'

/** Search while typing, and the filters. `found` is undefined while it is not known. */
export function Toolbar({ found }: { found: number | undefined }) {
  const { search, set } = useProjectsSearch()
  const { one, many } = useProjectLabel()
  const [text, type] = useTyped(search.q ?? '', (q) =>
    set({ q: q || undefined, page: undefined }, { replace: true }),
  )
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search names"
        value={text}
        onChange={type}
        result={isFiltered(search) && found !== undefined ? `${counted(found, one, many)} found` : undefined}
      />
      <Select<ProjectsState>
        compact
        aria-label="State"
        value={search.state ?? 'active'}
        options={[
          { value: 'active', label: 'Active' },
          { value: 'archived', label: 'Archived' },
          { value: 'all', label: 'Active and archived' },
        ]}
        onChange={(state) => set({ state: state === 'active' ? undefined : state, page: undefined })}
      />
      <Select
        compact
        aria-label="Whose"
        value={search.mine ? 'mine' : 'all'}
        options={[
          { value: 'all', label: `All that I may see` },
          { value: 'mine', label: 'Where I have a role' },
        ]}
        onChange={(value) => set({ mine: value === 'mine' ? true : undefined, page: undefined })}
      />
    </div>
  )
}
