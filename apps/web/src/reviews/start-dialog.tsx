import type { Fallback } from '@roster/domain'
import { keepPreviousData, skipToken } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { fieldError, formError, sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { dayAt, dayStart } from '../ui/days.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { LOCALE } from '../ui/locale.ts'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { Select } from '../ui/select.tsx'
import { ProjectField, type ProjectPicked } from './project-field.tsx'
import { type Reviewer, ReviewersField } from './reviewers-field.tsx'
import type { ReviewScope } from './search.ts'
import { StartPreview } from './start-preview.tsx'
import { useReviewsChanged } from './use-reviews-changed.ts'
import { FALLBACK_WORDS } from './words.ts'

const DAY = 86_400_000
const USUAL_DAYS = 14
const INACTIVE = [30, 60, 90, 180, 365] as const

type StartDialogProps = {
  scope?: ReviewScope | undefined
  inactiveDays?: number | undefined
  onClose: () => void
}

/** Starts a review: what is looked at, who decides, until when, and what happens to the rest (D41). */
export function StartDialog({ scope: startScope, inactiveDays: startDays, onClose }: StartDialogProps) {
  const { organization, here } = useHere()
  const label = useProjectLabel()
  const navigate = useNavigate()
  const changed = useReviewsChanged()
  const [name, setName] = useState(usualName)
  const [scope, setScope] = useState<ReviewScope>(startScope ?? 'organization')
  const [project, setProject] = useState<ProjectPicked>()
  const [inactive, setInactive] = useState(startDays ?? 0)
  const [reviewers, setReviewers] = useState<readonly Reviewer[]>([])
  const [fallback, setFallback] = useState<Fallback>('keep')
  const [day, setDay] = useState(() => dayAt(Date.now() + USUAL_DAYS * DAY))

  const missing =
    scope === 'project' && !project
      ? `Choose the ${label.one} to see how much there is to decide.`
      : reviewers.length === 0
        ? 'Choose who decides to see how much there is to decide.'
        : undefined
  const asked = {
    ...{ organization, scope, project: scope === 'project' ? project?.id : undefined },
    ...{ inactiveDays: inactive || null, reviewers: reviewers.map(({ member }) => member) },
  }
  const preview = trpc.reviews.preview.useQuery(missing ? skipToken : asked, {
    placeholderData: keepPreviousData,
  })
  const shown = missing ? undefined : preview.data
  const start = trpc.reviews.start.useMutation({
    async onSuccess({ review, items }) {
      await changed()
      notify({ message: `The review has started: ${counted(items, 'access', 'accesses')} to decide about.` })
      await navigate({ to: '/$organization/reviews/$review', params: { organization, review } })
    },
  })
  const until = dayStart(day, 1)
  const whyNot =
    missing ??
    (name.trim() === ''
      ? 'Give it a name first.'
      : until === undefined
        ? 'Choose the last day first.'
        : shown?.refusal
          ? shown.refusal.message
          : undefined)
  const days = [...new Set([...INACTIVE, ...(startDays ? [startDays] : [])])].sort((a, b) => a - b)

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title="Start a review"
      description="People you choose decide about each access that is held at this moment."
      onSubmit={() => {
        if (whyNot !== undefined || until === undefined || start.isPending) return
        start.mutate({ ...asked, name, fallback, deadline: until - 1 })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={start.isPending} disabledReason={whyNot}>
            Start review
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Field label="Name" required error={fieldError(start.error, 'name')}>
          <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </Field>
        <RadioCards<ReviewScope>
          label="What is looked at"
          value={scope}
          onChange={setScope}
          options={[
            {
              value: 'organization',
              label: `Everybody at ${here.name}`,
              sentence: 'The role each member holds at the organization. To revoke it ends the membership.',
            },
            {
              value: 'projects',
              label: `All ${label.many}`,
              sentence: 'Every role a person or a group holds, each by itself.',
            },
            {
              value: 'project',
              label: `One ${label.one}`,
              sentence: 'Every role held there, also where it is archived.',
            },
          ]}
        />
        {scope === 'project' && <ProjectField project={project} onChange={setProject} />}
        <Field
          label="Activity"
          hint={
            inactive > 0 ? 'By their last activity in the organization. Groups are left out then.' : undefined
          }
        >
          <Select<string>
            value={String(inactive)}
            onChange={(value) => setInactive(Number(value))}
            options={[
              { value: '0', label: 'Everybody, active or not' },
              ...days.map((each) => ({
                value: String(each),
                label: `Only people inactive for ${each} days`,
              })),
            ]}
          />
        </Field>
        <ReviewersField
          reviewers={reviewers}
          onChange={setReviewers}
          shares={
            shown && !shown.refusal
              ? new Map(shown.shares.map((one) => [one.reviewer, one.items]))
              : undefined
          }
          error={fieldError(start.error, 'reviewers')}
        />
        <Field
          label="Last day"
          required
          hint="It closes at the end of this day by itself."
          error={fieldError(start.error, 'deadline')}
        >
          <Input
            type="date"
            value={day}
            min={dayAt(Date.now())}
            onChange={({ target }) => setDay(target.value)}
          />
        </Field>
        <RadioCards<Fallback>
          label="What happens to what nobody decided about"
          value={fallback}
          onChange={setFallback}
          options={[
            { value: 'keep', ...FALLBACK_WORDS.keep },
            { value: 'revoke', ...FALLBACK_WORDS.revoke },
          ]}
        />
        <div role="status">
          <StartPreview
            preview={shown}
            missing={missing}
            failure={preview.error && !missing ? sentenceOf(preview.error) : undefined}
          />
        </div>
        {start.error && formError(start.error, ['name', 'reviewers', 'deadline']) && (
          <Callout meaning="danger" announced>
            {sentenceOf(start.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}

/** Named after the month, until somebody has a better name. */
function usualName(): string {
  const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric' }).format(Date.now())
  return `Access review, ${month}`
}
