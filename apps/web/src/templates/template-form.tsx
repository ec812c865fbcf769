import { checkTemplate, LONGEST_BODY, Refusal } from '@roster/domain'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api/client.ts'
import { formError } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { count } from '../ui/number.ts'
import { TextArea } from '../ui/text-area.tsx'
import { Time } from '../ui/time.tsx'
import { Placeholders } from './placeholders.tsx'
import { ResetTemplate } from './reset-template.tsx'
import type { ListedTemplate } from './types.ts'

const Preview = lazy(() => import('./preview-dialog.tsx').then((file) => ({ default: file.PreviewDialog })))

/** Subject and text of one letter: checked while one types, previewed, saved, and put back. */
export function TemplateForm({ text }: { text: ListedTemplate }) {
  const { organization, whyNot } = useHere()
  const { kind, changed } = text
  const [subject, setSubject] = useState(text.subject)
  const [body, setBody] = useState(text.body)
  const [previewing, setPreviewing] = useState(false)
  const utils = trpc.useUtils()
  const update = trpc.templates.update.useMutation({
    async onSuccess() {
      await Promise.all([utils.templates.invalidate(), utils.audit.invalidate()])
      notify({ message: 'Text saved', meaning: 'success' })
    },
  })
  const forbidden = whyNot('organization.update')
  const checked = checkTemplate(kind, { subject, body })
  const refusal = checked instanceof Refusal ? checked : undefined
  const same = subject === text.subject && body === text.body
  const errorOf = (field: 'subject' | 'body') =>
    refusal?.facts.field === field && !same ? refusal.message : undefined

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (forbidden === undefined && !same && !refusal && !update.isPending)
          update.mutate({ organization, kind, subject, body })
      }}
      refused={update.error ? formError(update.error, []) : undefined}
    >
      <Field label="Subject" error={errorOf('subject')} hint="It always names the organization.">
        <Input
          value={subject}
          readOnly={forbidden !== undefined}
          onChange={({ target }) => setSubject(target.value)}
        />
      </Field>
      <Field
        label="Text"
        optional
        error={errorOf('body')}
        aside={
          <span className="text-ink-faint text-xs tabular-nums">
            {count([...body].length)} / {count(LONGEST_BODY)}
          </span>
        }
      >
        <TextArea
          rows={4}
          value={body}
          readOnly={forbidden !== undefined}
          onChange={({ target }) => setBody(target.value)}
        />
      </Field>
      <Placeholders kind={kind} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          variant="primary"
          pending={update.isPending}
          disabledReason={forbidden ?? (same ? 'Nothing has been changed.' : refusal?.message)}
        >
          Save text
        </Button>
        <Button disabledReason={forbidden ?? refusal?.message} onClick={() => setPreviewing(true)}>
          Preview
        </Button>
        <span className="flex-1" />
        {changed ? (
          <>
            <span className="text-ink-muted text-sm">
              Changed <Time at={changed.at} />
              {changed.by && (
                <>
                  {' '}
                  by <bdi>{changed.by.name}</bdi>
                </>
              )}
            </span>
            <ResetTemplate kind={kind} disabledReason={forbidden} />
          </>
        ) : (
          <span className="text-ink-muted text-sm">Standard text</span>
        )}
      </div>
      {previewing && (
        <Suspense>
          <Preview kind={kind} subject={subject} body={body} onClose={() => setPreviewing(false)} />
        </Suspense>
      )}
    </Form>
  )
}
