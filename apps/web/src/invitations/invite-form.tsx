import { Refusal } from '@roster/domain'
import { useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { dayAt } from '../ui/days.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useMinute } from '../ui/minute.ts'
import { count, counted } from '../ui/number.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { sortByFate } from './draft.ts'
import { chosenExpiry } from './expiry-choice.ts'
import { InviteFields } from './invite-fields.tsx'
import { type Draft, keepDraft } from './kept-draft.ts'
import { type PickedProject, placesInput } from './places.ts'
import { RecipientsField } from './recipients-field.tsx'
import { leftOut, type Sent } from './sending.ts'
import { useDraft } from './use-draft.ts'
import { useSending } from './use-sending.ts'
import { useVerdicts } from './use-verdicts.ts'
import { whyNotInvite } from './why-not-invite.ts'

/** More recipients than this are not thrown away without a question. */
const ASK_FROM = 3

type InviteFormProps = {
  owner: string
  /** The project it is to lead to, from whose page it comes. */
  startAt: PickedProject | undefined
  /** Instead of what was kept from the last time. */
  startWith: Draft | undefined
  onSent: (results: readonly Sent[], draft: Draft) => void
  onClose: () => void
}

/** What is needed to invite; sends it, and shows how far a long list is. */
export function InviteForm({ owner, startAt, startWith, onSent, onClose }: InviteFormProps) {
  const { organization, here } = useHere()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
  const now = useMinute()
  const [draft, change] = useDraft(owner, startWith, roles, startAt)
  const [doubles, setDoubles] = useState(0)
  const [discarding, setDiscarding] = useState(false)
  const { verdicts, checking } = useVerdicts(draft.entries)
  const sending = useSending()
  const field = useRef<HTMLInputElement>(null)

  const { entries } = draft
  const sorted = sortByFate(entries, verdicts)
  const going = [...sorted.invited, ...sorted.again]
  const people = going.length === 0 ? 'everyone invited here' : counted(going.length, 'person', 'people')
  const role = roles.find(({ id }) => id === draft.role)
  const ends = chosenExpiry(draft.expiry, here.policies, now)
  const whyNot = whyNotInvite({
    draft,
    going: going.length,
    role,
    ends,
    asksReason: here.policies.requireReason,
    today: dayAt(now),
  })

  async function submit() {
    if (whyNot !== undefined || !role || ends instanceof Refusal || sending.pending) return
    const results = await sending.send(going, {
      role: role.id,
      expiryDays: ends.days,
      message: draft.message.trim() === '' ? null : draft.message,
      welcome: draft.welcome,
      template: draft.template,
      reason: draft.reason.trim() === '' ? null : draft.reason,
      ...placesInput(draft.places),
    })
    if (results) onSent([...results, ...leftOut([...sorted.member, ...sorted.refused], verdicts)], draft)
  }
  /** Closed by accident, a short list is kept for the next time; cancelled, it is not. */
  function close(meant: boolean) {
    if (sending.pending) return
    if (entries.length > ASK_FROM) return setDiscarding(true)
    if (meant) keepDraft(owner, null)
    onClose()
  }
  function discard() {
    keepDraft(owner, null)
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={() => close(false)}
      guarded
      title={`Invite people to ${startAt?.name ?? here.name}`}
      description={startAt && `They become members of ${here.name} and of ${startAt.name} in one step.`}
      initialFocus={field}
      onSubmit={() => void submit()}
      footer={
        sending.progress ? (
          <Button onClick={sending.stop}>Stop here</Button>
        ) : (
          <>
            <Button onClick={() => close(true)}>Cancel</Button>
            <Button type="submit" variant="primary" pending={sending.pending} disabledReason={whyNot}>
              {going.length === 0 ? 'Invite' : `Invite ${people}`}
            </Button>
          </>
        )
      }
    >
      {sending.progress ? (
        <ProgressBar label="Inviting" {...sending.progress} />
      ) : (
        <div className="flex flex-col gap-5">
          {sending.error !== undefined && (
            <Callout meaning="danger" title="Nobody was invited" announced>
              {sentenceOf(sending.error)}
            </Callout>
          )}
          {mail === 'none' && (
            <Callout meaning="warning" title="This server sends no mail yet">
              Copy the links afterwards and hand them over yourself. The mails wait, and go out as soon as
              mail is set up.
            </Callout>
          )}
          <InviteFields draft={draft} change={change} roles={roles} role={role} people={people}>
            <RecipientsField
              entries={entries}
              verdicts={verdicts}
              sorted={sorted}
              checking={checking}
              doubles={doubles}
              onChange={(next, twice) => {
                change({ entries: next })
                setDoubles(twice)
              }}
              inputRef={field}
            />
          </InviteFields>
        </div>
      )}
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={`Discard the list of ${count(entries.length)} recipients?`}
        confirmLabel="Discard the list"
        cancelLabel="Keep editing"
        onConfirm={discard}
      >
        None of them has been invited yet.
      </ConfirmDialog>
    </Dialog>
  )
}
