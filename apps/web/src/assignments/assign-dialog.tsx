import { skipToken } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { counted } from '../ui/number.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { type Draft, emptyDraft, inputOf, whyNotPreview } from './draft.ts'
import { foldPreview } from './fold.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { type Result, ResultPanel, resultOf } from './result-panel.tsx'
import { TermsPanel } from './terms-panel.tsx'
import type { AssignInput, Place, Previewed, Subject } from './types.ts'
import { useAssign } from './use-assign.ts'

export type AssignDialogProps = {
  /** Who is chosen to begin with. */
  subjects?: readonly Subject[] | undefined
  /** Where. */
  projects?: readonly Place[] | undefined
  /** In the words of where it is opened from, e.g. "Add people to Apollo". */
  title?: string | undefined
  onClose: () => void
  /** Something was assigned, e.g. to untick those who are done. */
  onDone?: (() => void) | undefined
}

/** People and groups × projects: the terms, then what exactly would happen, then what did, with the way back. */
export function AssignDialog({ subjects = [], projects = [], title, onClose, onDone }: AssignDialogProps) {
  const { organization } = useHere()
  const label = useProjectLabel()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(subjects, projects))
  const [asked, setAsked] = useState<AssignInput>()
  const [result, setResult] = useState<Result>()
  const { assign, takeBack, isPending, error } = useAssign()
  const [only, ...others] = draft.places
  const roles = trpc.roles.list.useQuery({
    organization,
    level: 'project',
    project: others.length === 0 ? only?.id : undefined,
  })
  const preview = trpc.assignments.preview.useQuery(asked && !result ? asked : skipToken)
  const folded = useMemo(() => preview.data && foldPreview(preview.data), [preview.data])

  const whyNot =
    whyNotPreview(draft, label) ?? (Number.isNaN(draft.expiresAt) ? 'Choose the last day first.' : undefined)

  async function submit() {
    if (result || isPending) return
    if (!asked) {
      if (whyNot === undefined) setAsked(inputOf(organization, draft))
      return
    }
    if (!preview.data || folded?.changing === 0) return
    const outcomes = await assign(asked)
    if (!outcomes) return
    setResult(resultOf(outcomes, namesOf(preview.data)))
  }

  const heading = title ?? `Assign to ${label.many}`
  if (result) {
    // Not before: whoever opened it may only have it open about those who are still to do.
    const done = () => {
      onDone?.()
      onClose()
    }
    return (
      <Dialog
        open
        onOpenChange={done}
        title={heading}
        footer={
          <>
            {result.done.length > 0 && (
              <Button
                onClick={() => {
                  void takeBack(result.done)
                  done()
                }}
              >
                Undo
              </Button>
            )}
            <Button variant="primary" onClick={done}>
              Done
            </Button>
          </>
        }
      >
        <ResultPanel result={result} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      size="wide"
      title={heading}
      description={asked ? 'This is what would happen. Nothing is changed yet.' : summary(draft, label)}
      onSubmit={() => void submit()}
      footer={
        asked ? (
          <>
            <Button onClick={() => setAsked(undefined)}>Back</Button>
            <Button
              type="submit"
              variant="primary"
              pending={isPending}
              disabledReason={
                !folded
                  ? 'The preview is on its way.'
                  : folded.changing === 0
                    ? 'There is nothing to change.'
                    : undefined
              }
            >
              {folded ? `Assign ${counted(folded.changing, 'role', 'roles')}` : 'Assign'}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" disabledReason={whyNot}>
              Preview
            </Button>
          </>
        )
      }
    >
      {!asked ? (
        <TermsPanel draft={draft} roles={roles.data ?? []} onChange={setDraft} />
      ) : preview.error ? (
        <Callout meaning="danger" announced>
          {sentenceOf(preview.error)}
        </Callout>
      ) : folded ? (
        <PreviewPanel folded={folded} />
      ) : (
        <SkeletonLines lines={8} />
      )}
      {error && asked && (
        <div className="mt-4">
          <Callout meaning="danger" announced>
            {sentenceOf(error)}
          </Callout>
        </div>
      )}
    </Dialog>
  )
}

/** Who and where, as the preview named them, in the order of the changes. */
function namesOf(preview: readonly Previewed[]): readonly string[] {
  const names: string[] = []
  for (const { name, changes } of preview) {
    for (const { index, project } of changes) {
      names[index] = [name, project?.name].filter(Boolean).join(' · ')
    }
  }
  return names
}

function summary({ subjects, places }: Draft, { one, many }: { one: string; many: string }): string {
  const groups = subjects.filter(({ kind }) => kind === 'group').length
  const who = [
    ...(subjects.length - groups > 0 ? [counted(subjects.length - groups, 'person', 'people')] : []),
    ...(groups > 0 ? [counted(groups, 'group', 'groups')] : []),
  ].join(' and ')
  if (!who || places.length === 0)
    return 'Choose who gets which role where. You see what happens before it does.'
  return `${who} in ${counted(places.length, one, many)}. You see what happens before it does.`
}
