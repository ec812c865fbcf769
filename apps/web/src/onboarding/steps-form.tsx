import { checkStep, MOST_STEPS, Refusal } from '@roster/domain'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { notify } from '../ui/notify.ts'
import { StepFields } from './step-fields.tsx'
import type { DraftStep, FirstStep } from './types.ts'

/** The list of first steps, in its order: added to, moved, changed, and saved as a whole. */
export function StepsForm({ steps }: { steps: readonly FirstStep[] }) {
  const { organization, whyNot } = useHere()
  const [drafts, setDrafts] = useState<readonly DraftStep[]>(() => steps.map(draftOf))
  const made = useRef(0)
  const utils = trpc.useUtils()
  const update = trpc.onboarding.update.useMutation({
    async onSuccess() {
      await Promise.all([utils.onboarding.invalidate(), utils.audit.invalidate()])
      notify({ message: 'First steps saved', meaning: 'success' })
    },
  })
  const forbidden = whyNot('organization.update')
  const same = JSON.stringify(drafts.map(inputOf)) === JSON.stringify(steps.map(draftOf).map(inputOf))
  const wrong = drafts.map((draft) => checkStep(inputOf(draft))).find((one) => one instanceof Refusal)

  const change = (key: string, part: Partial<DraftStep>) =>
    setDrafts(drafts.map((one) => (one.key === key ? { ...one, ...part } : one)))
  function add() {
    made.current += 1
    setDrafts([...drafts, { key: `new ${made.current}`, id: undefined, title: '', text: '', link: '' }])
  }
  function move(at: number, by: -1 | 1) {
    const moved = [...drafts]
    const [step] = moved.splice(at, 1)
    if (step) moved.splice(at + by, 0, step)
    setDrafts(moved)
  }

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (forbidden === undefined && !same && !wrong && !update.isPending)
          update.mutate({ organization, steps: drafts.map(inputOf) })
      }}
      refused={update.error ? sentenceOf(update.error) : undefined}
    >
      {drafts.length === 0 && (
        <p className="text-ink-muted text-sm">
          There are none yet: new members see nothing. Good first steps are short, like “Read the handbook”.
        </p>
      )}
      {drafts.length > 0 && (
        <ol className="flex flex-col gap-4">
          {drafts.map((draft, at) => (
            <StepFields
              key={draft.key}
              step={draft}
              number={at + 1}
              last={at === drafts.length - 1}
              locked={forbidden}
              onChange={(part) => change(draft.key, part)}
              onMove={(by) => move(at, by)}
              onRemove={() => setDrafts(drafts.filter((one) => one.key !== draft.key))}
            />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          pending={update.isPending}
          disabledReason={forbidden ?? (same ? 'Nothing has been changed.' : wrong?.message)}
        >
          Save steps
        </Button>
        <Button
          icon={Plus}
          onClick={add}
          disabledReason={
            forbidden ?? (drafts.length >= MOST_STEPS ? `${MOST_STEPS} steps are the most.` : undefined)
          }
        >
          Add step
        </Button>
      </div>
    </Form>
  )
}

function draftOf({ id, title, text, link }: FirstStep): DraftStep {
  return { key: id, id, title, text, link: link ?? '' }
}

function inputOf({ id, title, text, link }: DraftStep) {
  return { ...(id && { id }), title, text, link: link.trim() === '' ? null : link }
}
