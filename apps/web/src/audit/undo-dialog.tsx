import { Minus, Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { count } from '../ui/number.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { describe } from './describe.tsx'
import type { AuditItem } from './types.ts'
import { sayUndone, undoAll } from './use-undo-call.ts'

type UndoDialogProps = { item: AuditItem; onClose: () => void }

/** Says what undoing an entry brings back and takes away, and does it; together with the rest of its call if wished. */
export function UndoDialog({ item, onClose }: UndoDialogProps) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const preview = trpc.audit.undoPreview.useQuery({ organization, entry: item.sequence })
  const undo = trpc.audit.undo.useMutation()
  const [whole, setWhole] = useState(false)
  const [refused, setRefused] = useState<string>()

  const data = preview.data
  const call = data?.call ?? []
  const entries = whole ? call : [item.sequence]
  const refusal = refused ?? data?.refusal?.message ?? (preview.error ? sentenceOf(preview.error) : undefined)
  const whyNot = preview.isPending ? 'Wait until it is known what comes back.' : data?.refusal?.message

  async function submit() {
    if (whyNot !== undefined || undo.isPending) return
    try {
      const outcomes = await undoAll(undo.mutateAsync, organization, entries)
      const [only] = outcomes
      if (outcomes.length === 1 && only && !only.ok) return setRefused(only.refusal.message)
      notify(sayUndone(outcomes))
      onClose()
    } catch (error) {
      setRefused(sentenceOf(error))
    } finally {
      await utils.invalidate()
    }
  }

  return (
    <Dialog
      open
      onOpenChange={() => !undo.isPending && onClose()}
      role="alertdialog"
      size="small"
      title="Undo this change?"
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={undo.isPending} disabledReason={whyNot}>
            {whole ? `Undo ${count(entries.length)} changes` : 'Undo change'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-md">
        <p className="text-ink-muted [overflow-wrap:anywhere]">{describe(item)}.</p>
        {preview.isPending && <SkeletonLines lines={3} />}
        {data && !data.refusal && (
          <ul className="flex flex-col gap-1.5 text-sm">
            {data.comesBack.map((role) => (
              <li key={`+${role.project}${role.role}`} className="flex items-start gap-2">
                <Plus aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
                <RoleAt {...role} does="comes back" />
              </li>
            ))}
            {data.groups.map((group) => (
              <li key={group} className="flex items-start gap-2">
                <Users aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
                <span>
                  The place in <bdi className="font-medium">{group}</bdi> comes back
                </span>
              </li>
            ))}
            {data.goes.map((role) => (
              <li key={`-${role.project}${role.role}`} className="flex items-start gap-2">
                <Minus aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-ink" />
                <RoleAt {...role} does="goes" />
              </li>
            ))}
          </ul>
        )}
        {data && !data.refusal && (
          <p className="text-ink-muted text-sm">
            Today’s rules decide: what you could not give today does not come back. Ended sessions stay ended.
          </p>
        )}
        {call.length > 1 && (
          <Checkbox
            checked={whole}
            onChange={setWhole}
            label={`Undo all ${count(call.length)} changes that were made together with this one`}
          />
        )}
        {refusal && (
          <Callout meaning="danger" announced>
            {refusal}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}

function RoleAt({ role, project, does }: { role: string; project: string | null; does: string }) {
  return (
    <span>
      <bdi className="font-medium">{role}</bdi> {project ? 'in ' : 'at the organization'}
      {project && <bdi className="font-medium">{project}</bdi>} {does}
    </span>
  )
}
