import { ArrowUpRight } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { cx } from '../ui/cx.ts'
import { notify } from '../ui/notify.ts'
import type { FirstStep } from './types.ts'

/** What the organization asks a new member to do first; gone once done or put away (D42). */
export function FirstSteps() {
  const { organization, here } = useHere()
  const [{ steps, shown }] = trpc.onboarding.steps.useSuspenseQuery({ organization })
  const utils = trpc.useUtils()
  const again = () => utils.onboarding.steps.invalidate()
  const onError = (error: unknown) => notify({ message: sentenceOf(error), meaning: 'danger' })
  const tick = trpc.onboarding.tick.useMutation({
    // Ticked at once; what the server says of it comes after.
    onMutate: ({ step, done }) =>
      utils.onboarding.steps.setData({ organization }, (before) => before && ticked(before, step, done)),
    onError,
    onSettled: again,
  })
  const dismiss = trpc.onboarding.dismiss.useMutation({ onError, onSettled: again })
  if (!shown) return null
  const done = steps.filter(({ doneAt }) => doneAt !== null).length
  return (
    <Card
      title={`First steps at ${here.name}`}
      actions={
        <>
          <span className="text-ink-muted text-sm tabular-nums">
            {done} of {steps.length} done
          </span>
          <Button
            size="small"
            variant="quiet"
            pending={dismiss.isPending}
            onClick={() => dismiss.mutate({ organization })}
          >
            Put away
          </Button>
        </>
      }
      flush
    >
      <ol className="divide-y divide-line">
        {steps.map((step) => (
          <li key={step.id} className="px-4 py-3">
            <Checkbox
              checked={step.doneAt !== null}
              onChange={(checked) => tick.mutate({ organization, step: step.id, done: checked })}
              label={
                <span className={cx(step.doneAt !== null && 'text-ink-muted line-through')}>
                  {step.title}
                </span>
              }
              hint={step.text === '' ? undefined : <span className="whitespace-pre-line">{step.text}</span>}
            />
            {step.link !== null && <Where step={step} link={step.link} />}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function ticked<List extends { steps: readonly FirstStep[] }>(list: List, step: string, done: boolean): List {
  const steps = list.steps.map((one) =>
    one.id === step ? { ...one, doneAt: done ? Date.now() : null } : one,
  )
  return { ...list, steps }
}

/** Where the step is taken. An address of elsewhere opens beside Roster and learns nothing of it. */
function Where({ step, link }: { step: FirstStep; link: string }) {
  const elsewhere = !link.startsWith('/')
  return (
    <a
      href={link}
      {...(elsewhere && { target: '_blank', rel: 'noopener noreferrer' })}
      className="mt-1 ml-6 inline-flex max-w-full items-center gap-1 text-accent-ink text-sm hover:underline"
    >
      <span className="truncate">{elsewhere ? new URL(link).host : 'Open'}</span>
      <span className="sr-only">, for: {step.title}</span>
      {elsewhere && <ArrowUpRight aria-hidden className="size-3.5 shrink-0" />}
    </a>
  )
}
