import { Suspense } from 'react'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import { AsOfButton, ExportMenu } from './rare.tsx'
import { isFiltered } from './search.ts'
import type { ListedRole } from './types.ts'
import { useMembersSearch } from './use-members-search.ts'
import { useTyped } from './use-typed.ts'

const INACTIVE_DAYS = [30, 90] as const

type ToolbarProps = {
  roles: readonly ListedRole[]
  /** How many the list has; undefined while that is not known. */
  found: number | undefined
}

/** Search while typing, and the filters. */
export function Toolbar({ roles, found }: ToolbarProps) {
  const { search, set } = useMembersSearch()
  const [text, type] = useTyped(search.q ?? '', (q) =>
    set({ q: q || undefined, page: undefined }, { replace: true }),
  )
  const days = [...new Set([...INACTIVE_DAYS, ...(search.inactive ? [search.inactive] : [])])].sort(
    (a, b) => a - b,
  )
  const filtered = isFiltered(search)

  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search name, email, username"
        value={text}
        onChange={type}
        result={filtered && found !== undefined ? `${counted(found, 'person', 'people')} found` : undefined}
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
        aria-label="Activity"
        value={String(search.inactive ?? 0)}
        options={[
          { value: '0', label: 'Any activity' },
          ...days.map((each) => ({ value: String(each), label: `Inactive for ${each} days` })),
        ]}
        onChange={(value) => set({ inactive: Number(value) || undefined, page: undefined })}
      />
      <Suspense fallback={<span className="h-control w-23" />}>
        <AsOfButton day={undefined} onChange={(asOf) => set({ asOf, page: undefined })} />
      </Suspense>
      <Suspense fallback={<span className="h-control w-23" />}>
        <ExportMenu
          of={{ what: 'members', search: search.q, role: search.role, inactiveDays: search.inactive }}
          filtered={filtered}
        />
      </Suspense>
    </div>
  )
}
