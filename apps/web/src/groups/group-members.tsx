import { keepPreviousData } from '@tanstack/react-query'
import { SearchX, UserMinus, UserPlus } from 'lucide-react'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useTyped } from '../members/use-typed.ts'
import { useHere } from '../organizations/here.ts'
import { ListPager } from '../pages/list-pager.tsx'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { useTicked } from '../pages/ticked.ts'
import { BulkBar } from '../ui/bulk-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { counted } from '../ui/number.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Table } from '../ui/table.tsx'
import { personColumns } from './person-columns.tsx'
import { personMenu } from './person-menu.ts'
import { filterKey, peopleInput } from './search.ts'
import { TakeOutDialog } from './take-out-dialog.tsx'
import type { GroupDetails, GroupPerson } from './types.ts'
import { useAppointing } from './use-appointing.ts'
import { useGroupSearch } from './use-groups-search.ts'

const idOf = ({ member }: GroupPerson) => member

/** The people of a group: search, those of groups inside on demand, put in, take out, managers. */
export function GroupMembers({ details }: { details: GroupDetails }) {
  const { organization, may, whyNot } = useHere()
  const { search, set } = useGroupSearch()
  const [text, type] = useTyped(search.q ?? '', (q) =>
    set({ q: q || undefined, page: undefined }, { replace: true }),
  )
  const list = trpc.groups.members.useQuery(peopleInput({ organization, group: details.id }, search), {
    placeholderData: keepPreviousData,
  })
  const ticked = useTicked(filterKey(search), idOf)
  const setManager = useAppointing(details)
  const columns = useMemo(() => personColumns(organization), [organization])
  const whyNotChange = details.refusal ?? undefined
  const whyNotManager = whyNot('groups.manage')
  const total = list.isPlaceholderData ? undefined : list.data?.total
  const empty = list.data?.total === 0 && search.q === undefined
  const rows = list.data?.items
  const about = search.of ? rows?.filter(({ member }) => member === search.of) : [...ticked.rows.values()]
  const add = (
    <Button
      variant="primary"
      icon={UserPlus}
      onClick={() => set({ dialog: 'add' })}
      disabledReason={whyNotChange ?? whyNot('members.read')}
    >
      Add people
    </Button>
  )

  if (list.error && !list.data) {
    return <NotLoaded what="people" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchInput
          label="Search name, email, username"
          value={text}
          onChange={type}
          result={search.q && total !== undefined ? `${counted(total, 'person', 'people')} found` : undefined}
        />
        {details.groups > 0 && (
          <Checkbox
            checked={search.nested ?? false}
            onChange={(nested) => set({ nested: nested || undefined, page: undefined })}
            label="With people of groups inside"
          />
        )}
        <div className="flex-1" />
        {!empty && add}
      </div>
      <Table<GroupPerson>
        caption={`People of ${details.name}`}
        columns={columns}
        rows={rows}
        rowId={idOf}
        rowName={({ name }) => name}
        expected={Math.min(search.size ?? 25, details.members) || 3}
        refreshing={list.isPlaceholderData}
        selection={
          whyNotChange === undefined
            ? {
                selected: new Set(ticked.rows.keys()),
                onChange: (ids) => ticked.tick(ids, rows ?? []),
                disabledReason: ({ through }) =>
                  through ? `They are in it through ${through.name}. Take them out there.` : undefined,
              }
            : undefined
        }
        bulkBar={
          <BulkBar selected={ticked.rows.size} onClear={ticked.clear}>
            <Button size="small" icon={UserMinus} onClick={() => set({ dialog: 'take-out', of: undefined })}>
              Take out
            </Button>
          </BulkBar>
        }
        menu={(person) =>
          personMenu(person, {
            organization,
            whyNotChange,
            whyNotManager,
            seesMembers: may('members.read'),
            onManager: (manager) => setManager(person, manager),
            onTakeOut: () => set({ dialog: 'take-out', of: person.member }),
          })
        }
        empty={
          search.q ? (
            <EmptyState
              icon={SearchX}
              title="Nobody matches"
              action={<Button onClick={() => set({ q: undefined, page: undefined })}>Clear search</Button>}
            >
              Search looks at names, email addresses, usernames, titles and roles.
            </EmptyState>
          ) : (
            <EmptyState icon={UserPlus} title="Nobody is in it yet" action={add}>
              {details.groups > 0
                ? 'There may be people in the groups inside.'
                : 'Whoever is put into this group gets everything it gives, at once.'}
            </EmptyState>
          )
        }
      />
      {!empty && <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />}
      {search.dialog === 'take-out' && about && about.length > 0 && (
        <TakeOutDialog
          group={details}
          people={about}
          onClose={() => set({ dialog: undefined, of: undefined })}
          onDone={ticked.untick}
        />
      )}
    </>
  )
}
