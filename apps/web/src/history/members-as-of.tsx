import { keepPreviousData } from '@tanstack/react-query'
import { CalendarSearch } from 'lucide-react'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { listInput } from '../members/search.ts'
import type { Member } from '../members/types.ts'
import { useMembersSearch } from '../members/use-members-search.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { PAGE_SIZE } from '../pages/list-search.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import { Table } from '../ui/table.tsx'
import { AsOfBanner } from './as-of-banner.tsx'
import { AsOfButton } from './as-of-button.tsx'
import { pastMemberColumns } from './past-member-columns.tsx'
import { dayText } from './utc-day.ts'

/** Who was in the organization on a day, with the roles they held then. Nothing can be changed in the past. */
export function MembersAsOf({ day }: { day: string }) {
  const { organization, here } = useHere()
  const { search, set } = useMembersSearch()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  const list = trpc.members.list.useQuery(listInput(organization, search), {
    placeholderData: keepPreviousData,
  })
  const [text, type] = useTyped(search.q ?? '', (q) =>
    set({ q: q || undefined, page: undefined }, { replace: true }),
  )
  const columns = useMemo(() => pastMemberColumns(organization, day), [organization, day])
  const asOf = (next: string | undefined) => set({ asOf: next, page: undefined })
  const filtered = search.q !== undefined || search.role !== undefined
  const total = list.isPlaceholderData ? undefined : list.data?.total

  return (
    <>
      <AsOfBanner
        day={day}
        onBack={() => asOf(undefined)}
        actions={
          <LinkButton
            size="small"
            link={{ to: '/$organization/members/changes', params: { organization }, search: { from: day } }}
          >
            What changed since
          </LinkButton>
        }
      >
        Who was in {here.name} when that day ended (UTC), with the role they held then. Names are those of
        today.
      </AsOfBanner>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search name, email, username"
          value={text}
          onChange={type}
          result={filtered && total !== undefined ? `${counted(total, 'person', 'people')} found` : undefined}
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
        <AsOfButton day={day} onChange={asOf} />
      </div>
      {list.error && !list.data ? (
        <NotLoaded what="members" error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <>
          <Table<Member>
            caption={`Members of ${here.name} as of ${dayText(day)}`}
            columns={columns}
            rows={list.data?.items}
            rowId={({ member }) => member}
            rowName={({ name }) => name}
            expected={Math.min(search.size ?? PAGE_SIZE, here.totals.members)}
            refreshing={list.isPlaceholderData}
            empty={
              <EmptyState icon={CalendarSearch} title={filtered ? 'Nobody matches' : 'Nobody was here yet'}>
                {filtered
                  ? 'Nobody who was here that day has such a name, address or role.'
                  : `${here.name} had no members when that day ended.`}
              </EmptyState>
            }
          />
          <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />
        </>
      )}
    </>
  )
}
