import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { ACTION_NAMES, ORGANIZATION_ACTIONS } from './actions.ts'
import { DateFilter } from './date-filter.tsx'
import { PersonFilter } from './person-filter.tsx'
import { isFiltered } from './search.ts'
import { useAuditSearch } from './use-audit-search.ts'

type ToolbarProps = { organization: string; personName: string | undefined; found: string | undefined }

/** Whose entries, of which kind, and of when. */
export function Toolbar({ organization, personName, found }: ToolbarProps) {
  const { search, filter } = useAuditSearch()
  const { person, action, from, to } = search
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <PersonFilter
        organization={organization}
        chosen={person}
        name={personName}
        onChoose={(person) => filter({ person })}
      />
      <Select
        compact
        aria-label="Action"
        value={action ?? 'any'}
        options={[
          { value: 'any', label: 'Any action' },
          ...ORGANIZATION_ACTIONS.map((value) => ({ value, label: ACTION_NAMES[value] })),
        ]}
        onChange={(value) => filter({ action: value === 'any' ? undefined : value })}
      />
      <DateFilter range={{ from, to }} onChange={filter} />
      {isFiltered(search) && (
        <Button
          variant="quiet"
          onClick={() => filter({ person: undefined, action: undefined, from: undefined, to: undefined })}
        >
          Clear filters
        </Button>
      )}
      <span role="status" className="sr-only">
        {isFiltered(search) ? found : undefined}
      </span>
    </div>
  )
}
