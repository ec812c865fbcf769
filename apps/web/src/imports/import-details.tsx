import type { ImportId } from '@roster/domain'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useMe } from '../identity/me.ts'
import { useHere } from '../organizations/here.ts'
import { saveFile } from '../roles/save-file.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { count } from '../ui/number.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { OutcomeCounts } from './outcome-counts.tsx'
import { resultsCsv } from './results-file.ts'
import { Rows } from './rows.tsx'
import type { ImportedRow, ListedImport } from './types.ts'
import { useRun } from './use-import.ts'

/** Imports that this page has just loaded: they begin by themselves. */
const soon = new Set<ImportId>()
export function beginSoon(id: ImportId): void {
  soon.add(id)
}

/** How far an import is, what came of its rows, and the ways on: going on, cancelling, taking the results along. */
export function ImportDetails({ shown }: { shown: ListedImport }) {
  const { organization, here } = useHere()
  const me = useMe()
  const utils = trpc.useUtils()
  const [cancelling, setCancelling] = useState(false)
  const [saving, setSaving] = useState(false)
  const { run, running, problem } = useRun(shown.id)
  const cancel = trpc.imports.cancel.useMutation({
    async onSuccess() {
      setCancelling(false)
      await Promise.all([utils.imports.invalidate(), utils.audit.invalidate()])
    },
  })
  useEffect(() => {
    if (soon.delete(shown.id)) void run()
  }, [shown.id])

  async function save() {
    setSaving(true)
    try {
      const rows: ImportedRow[] = []
      for (let after: number | null = 0; after !== null; ) {
        const asked = { organization, import: shown.id, after, most: 1_000 }
        const page: { items: readonly ImportedRow[]; next: number | null } =
          await utils.client.imports.rows.query(asked)
        rows.push(...page.items)
        after = page.next
      }
      saveFile(`${here.slug}-import-results.csv`, 'text/csv', resultsCsv(rows))
    } catch (error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
    }
    setSaving(false)
  }

  const open = shown.state === 'running' || shown.state === 'loading'
  const mine = shown.createdBy?.user === me.id
  return (
    <div className="flex flex-col gap-4">
      <ProgressBar label={LABELS[shown.state]} done={shown.done} total={shown.total} />
      {problem !== undefined && (
        <Callout meaning="danger" announced>
          {problem} What was done stays done; the import can go on from here.
        </Callout>
      )}
      {shown.state === 'running' && !running && (
        <Callout meaning="info" title={`${count(shown.total - shown.done)} rows are still to be done`}>
          {mine
            ? 'It goes on while this page is open. Each row is done once.'
            : `${shown.createdBy?.name ?? 'Whoever'} began it, and goes on with it by their own rights.`}
        </Callout>
      )}
      {shown.state === 'loading' && !running && (
        <Callout meaning="warning">
          Not all of the file has arrived, and nothing was done. Cancel this import and choose the file again.
        </Callout>
      )}
      <OutcomeCounts counts={shown} />
      <div className="flex flex-wrap gap-2">
        {shown.state === 'running' && mine && (
          <Button variant="primary" pending={running} onClick={() => void run()}>
            Go on
          </Button>
        )}
        {!shown.purged && shown.state !== 'loading' && (
          <Button icon={Download} pending={saving} onClick={() => void save()}>
            Download the results
          </Button>
        )}
        {open && (
          <Button variant="quiet" onClick={() => setCancelling(true)}>
            Cancel the import
          </Button>
        )}
      </div>
      {shown.purged ? (
        <p className="text-ink-muted text-sm">
          The rows were deleted thirty days after the import; what came of them stays in the audit trail.
        </p>
      ) : (
        <Rows shown={shown} />
      )}
      <ConfirmDialog
        open={cancelling}
        onOpenChange={setCancelling}
        title={`Cancel the import of ${shown.name}?`}
        confirmLabel="Cancel the import"
        cancelLabel="Keep it"
        pending={cancel.isPending}
        refusal={cancel.error ? sentenceOf(cancel.error) : undefined}
        onConfirm={() => cancel.mutate({ organization, import: shown.id })}
      >
        What was done stays done. The {count(shown.total - shown.done)} rows that are left never will be.
      </ConfirmDialog>
    </div>
  )
}

const LABELS = {
  loading: 'Arriving',
  running: 'Importing',
  finished: 'Finished',
  cancelled: 'Cancelled',
} as const satisfies Record<ListedImport['state'], string>
