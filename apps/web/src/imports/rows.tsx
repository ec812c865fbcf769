import { ROW_OUTCOMES } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { Select } from '../ui/select.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import type { ImportedRow, ListedImport } from './types.ts'
import { OUTCOME_WORDS } from './words.ts'

const route = getRouteApi('/signed-in/$organization/settings/import')
const SHOWN = 100

const COLUMNS: readonly Column<ImportedRow>[] = [
  {
    id: 'line',
    header: 'Line',
    width: 'w-20',
    phone: 'detail',
    phoneLabel: 'Line',
    cell: ({ line }) => count(line),
  },
  {
    id: 'recipient',
    header: 'Person',
    phone: 'title',
    cell: ({ recipient, name }) => (
      <span className="flex min-w-0 flex-col">
        <Name>{recipient || 'Nobody'}</Name>
        {name !== '' && (
          <span className="flex min-w-0 text-ink-muted text-xs">
            <Name>{name}</Name>
          </span>
        )}
      </span>
    ),
  },
  {
    id: 'result',
    header: 'Result',
    cell: ({ outcome, problems }) => (
      <span className="flex min-w-0 flex-col items-start gap-0.5 py-1">
        {outcome === null ? (
          <Badge>Not done</Badge>
        ) : (
          <Badge meaning={OUTCOME_WORDS[outcome].meaning}>{OUTCOME_WORDS[outcome].label}</Badge>
        )}
        {problems.map(({ field, code, message }) => (
          <span
            key={`${field} ${code} ${message}`}
            className="whitespace-normal text-ink-muted text-xs [overflow-wrap:anywhere]"
          >
            <bdi>{message}</bdi>
          </span>
        ))}
      </span>
    ),
  },
]

/** What came of each row: the first hundred of all, or of those with one result. */
export function Rows({ shown }: { shown: ListedImport }) {
  const { organization } = useHere()
  const { show } = route.useSearch()
  const navigate = route.useNavigate()
  // Read anew when a part of it was done, also by somebody else.
  const rows = trpc.imports.rows.useQuery(
    { organization, import: shown.id, outcome: show, most: SHOWN },
    { placeholderData: keepPreviousData },
  )
  const total = show === undefined ? shown.total : shown[show]
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <Select
          compact
          aria-label="Result"
          value={show ?? 'all'}
          options={[
            { value: 'all', label: 'All rows' },
            ...ROW_OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_WORDS[outcome].label })),
          ]}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, show: ROW_OUTCOMES.find((one) => one === value) }),
              replace: true,
            })
          }
        />
        {total > SHOWN && (
          <p className="text-ink-muted text-sm">
            The first {SHOWN} of {count(total)}; the download holds all.
          </p>
        )}
      </div>
      <Table
        caption="Rows of the import"
        columns={COLUMNS}
        rows={rows.data?.items}
        rowId={({ line }) => String(line)}
        rowName={({ recipient }) => recipient}
        refreshing={rows.isPlaceholderData}
        expected={5}
        empty={
          <EmptyState icon={FileUp} title="No such rows">
            None of the rows came to this.
          </EmptyState>
        }
      />
    </div>
  )
}
