import { Refusal } from '@roster/domain'
import { useRef, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useMinute } from '../ui/minute.ts'
import { count, counted } from '../ui/number.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Switch } from '../ui/switch.tsx'
import { type Entry, sortByFate } from './draft.ts'
import { chosenExpiry } from './expiry-choice.ts'
import { ExpiryField } from './expiry-field.tsx'
import { keepDraft } from './kept-draft.ts'
import { MessageField, whyNotMessage } from './message-field.tsx'
import { RecipientsField } from './recipients-field.tsx'
import { RoleField } from './role-field.tsx'
import { leftOut, type Sent } from './sending.ts'
import { useDraft } from './use-draft.ts'
import { useSending } from './use-sending.ts'
import { useVerdicts } from './use-verdicts.ts'

/** More recipients than this are not thrown away without a question. */
const ASK_FROM = 3

type InviteFormProps = {
  owner: string
  startWith: readonly Entry[]
  onSent: (results: readonly Sent[]) => void
  onClose: () => void
}

/** Whom, as what, until when, and in which words. */
export function InviteForm({ owner, startWith, onSent, onClose }: InviteFormProps) {
  const { organization, here } = useHere()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
  const now = useMinute()
  const [draft, change] = useDraft(owner, startWith, roles)
  const [doubles, setDoubles] = useState(0)
  const [discarding, setDiscarding] = useState(false)
  const { verdicts, checking } = useVerdicts(draft.entries)
  const sending = useSending()
  const field = useRef<HTMLInputElement>(null)

  const { entries, expiry, message } = draft
  const sorted = sortByFate(entries, verdicts)
  const going = [...sorted.invited, ...sorted.again]
  const role = roles.find(({ id }) => id === draft.role)
  const ends = chosenExpiry(expiry, here.policies, now)
  const people = counted(going.length, 'person', 'people')
  const needsSure = role?.elevated === true

  const whyNot =
    entries.length === 0
      ? 'Add an email address or a username first.'
      : going.length === 0
        ? 'None of these can be invited. Each entry says why.'
        : !role
          ? 'Choose a role first.'
          : role.refusal
            ? role.refusal
            : ends instanceof Refusal
              ? ends.message
              : (whyNotMessage(message) ??
                (needsSure && !draft.sure
                  ? `Confirm first that you want to give the role ${role.name}.`
                  : undefined))

  async function submit() {
    if (whyNot !== undefined || !role || ends instanceof Refusal || sending.pending) return
    const results = await sending.send(going, {
      role: role.id,
      expiryDays: ends.days,
      message: message.trim() === '' ? null : message,
      welcome: draft.welcome,
    })
    if (results) onSent([...results, ...leftOut([...sorted.member, ...sorted.refused], verdicts)])
  }

  function close() {
    if (sending.pending) return
    if (entries.length > ASK_FROM) setDiscarding(true)
    else onClose()
  }
  function discard() {
    keepDraft(owner, null)
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={close}
      guarded
      title={`Invite people to ${here.name}`}
      initialFocus={field}
      onSubmit={() => void submit()}
      footer={
        sending.progress ? (
          <Button onClick={sending.stop}>Stop here</Button>
        ) : (
          <>
            <Button onClick={() => (entries.length > ASK_FROM ? close() : discard())}>Cancel</Button>
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
              Copy the links afterwards and hand them over yourself. The mails wait and go out as soon as mail
              is set up.
            </Callout>
          )}
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
            error={undefined}
          />
          <RoleField
            roles={roles}
            picked={role}
            onPick={(id) => change({ role: id, sure: false })}
            sure={
              needsSure
                ? {
                    checked: draft.sure,
                    onChange: (sure) => change({ sure }),
                    label: `Give the role ${role.name} to ${going.length === 0 ? 'everyone invited here' : people}`,
                  }
                : undefined
            }
          />
          <ExpiryField
            policies={here.policies}
            value={expiry}
            onChange={(next) => change({ expiry: next })}
            now={now}
          />
          <MessageField
            value={message}
            onChange={(text) => change({ message: text })}
            hint="Stands in the mail and on the invitation's page."
          />
          <Switch
            checked={draft.welcome}
            onChange={(welcome) => change({ welcome })}
            label="Welcome mail"
            hint="Sent to each person as soon as they have joined."
          />
        </div>
      )}
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={`Discard the list of ${count(entries.length)} recipients?`}
        confirmLabel="Discard the list"
        onConfirm={discard}
      >
        Nobody of them has been invited yet.
      </ConfirmDialog>
    </Dialog>
  )
}
