import type { ImportField, ROW_OUTCOMES } from '@roster/domain'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { counted } from '../ui/number.ts'
import { OutcomeCounts } from './outcome-counts.tsx'
import { Problems } from './problems.tsx'
import type { CheckedRow } from './types.ts'

type PreviewProps = {
  rows: readonly CheckedRow[]
  columnOf: (field: ImportField) => string | undefined
  pending: boolean
  onImport: () => void
}

/** What importing would do, what is wrong first, and the button that does it. */
export function Preview({ rows, columnOf, pending, onImport }: PreviewProps) {
  const { here } = useHere()
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  const done = rows.length - refused.length
  const of = (outcome: (typeof ROW_OUTCOMES)[number]) => rows.filter((row) => row.outcome === outcome).length
  const counts = {
    invited: of('invited'),
    reinvited: of('reinvited'),
    assigned: of('assigned'),
    unchanged: of('unchanged'),
    refused: refused.length,
  }
  return (
    <section aria-label="Preview" className="flex flex-col gap-4">
      <OutcomeCounts counts={counts} ahead />
      {refused.length > 0 && (
        <>
          <Callout meaning="warning" announced>
            {counted(refused.length, 'row is', 'rows are')} refused. Mend the file and choose it again, or
            import the others.
          </Callout>
          <Problems rows={refused} columnOf={columnOf} />
        </>
      )}
      {counts.assigned + counts.unchanged > 0 && (
        <p className="text-ink-muted text-sm">
          Whoever is in {here.name} already keeps the role there, and is put into the groups and projects
          named.
        </p>
      )}
      <div>
        <Button
          variant="primary"
          pending={pending}
          disabledReason={done === 0 ? 'Every row is refused.' : undefined}
          onClick={onImport}
        >
          Import {counted(done, 'row', 'rows')}
        </Button>
      </div>
    </section>
  )
}
