import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '@roster/domain'
import { Name } from '../ui/name.tsx'
import { Select } from '../ui/select.tsx'
import type { CsvRecord } from './csv.ts'
import { FIELD_WORDS } from './words.ts'

type MappingProps = {
  headings: readonly string[]
  samples: readonly CsvRecord[]
  mapping: ImportMapping
  onChange: (mapping: ImportMapping) => void
}

const OPTIONS = [
  { value: 'none', label: 'Leave out' },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: FIELD_WORDS[field] })),
] as const

/** What each column of the file says, with the first of what stands in it. */
export function Mapping({ headings, samples, mapping, onChange }: MappingProps) {
  function set(column: number, field: ImportField | null) {
    // A field is said by one column: choosing it here takes it from there.
    onChange(mapping.map((one, at) => (at === column ? field : one === field ? null : one)))
  }
  return (
    <ul className="divide-y divide-line">
      {headings.map((heading, column) => (
        <li
          key={column}
          className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_16rem]"
        >
          <div className="min-w-0 text-sm">
            <p className="flex min-w-0">
              <Name strong>{heading}</Name>
            </p>
            <p className="flex min-w-0 text-ink-muted text-xs">
              <Name>
                {samples
                  .map(({ cells }) => cells[column]?.trim().slice(0, 60) ?? '')
                  .filter((cell) => cell !== '')
                  .join(' · ') || 'Nothing in the first rows'}
              </Name>
            </p>
          </div>
          <Select
            aria-label={`What “${heading}” says`}
            value={mapping[column] ?? 'none'}
            options={OPTIONS}
            onChange={(value) => set(column, value === 'none' ? null : value)}
          />
        </li>
      ))}
    </ul>
  )
}
