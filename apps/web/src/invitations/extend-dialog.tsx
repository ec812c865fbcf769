import { EXPIRY_DAYS, extendedUntil, Refusal } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { formError, sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useMinute } from '../ui/minute.ts'
import { notify } from '../ui/notify.ts'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { Time } from '../ui/time.tsx'
import { dateText } from '../ui/time-text.ts'
import { type Listed, recipientOf } from './types.ts'
import { useInvitationsChanged } from './use-invitations-changed.ts'

const PRESETS = EXPIRY_DAYS.map((days) => ({ value: `${days}` as const, label: `${days} days` }))

/** Gives an invitation more days; no mail unless asked for (D21). */
export function ExtendDialog({ row, onClose }: { row: Listed; onClose: () => void }) {
  const { organization, here } = useHere()
  const now = useMinute()
  const [choice, setChoice] = useState<(typeof PRESETS)[number]['value'] | 'custom'>('7')
  const [typed, setTyped] = useState('')
  const [byMail, setByMail] = useState(false)
  const changed = useInvitationsChanged()
  const who = recipientOf(row)
  const extend = trpc.invitations.extend.useMutation({
    async onSuccess({ expiresAt }) {
      await changed()
      const until = expiresAt === null ? '' : ` until ${dateText(expiresAt, Date.now())}`
      notify({ message: `The invitation for ${who} is open${until}.` })
      onClose()
    },
  })

  const text = choice === 'custom' ? typed.trim() : choice
  const days = /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
  const endsAt = days === undefined ? null : extendedUntil(row.expiresAt, days, here.policies, now)
  const tooFar = endsAt instanceof Refusal ? endsAt.message : undefined
  const refused = tooFar ?? (extend.error ? sentenceOf(extend.error) : undefined)
  const atDays = tooFar !== undefined || (extend.error && formError(extend.error, ['days']) === undefined)
  const whyNot = days === undefined ? 'Give a whole number of days.' : tooFar

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      size="small"
      title={`Extend the invitation for ${who}`}
      description={
        row.expiresAt !== null && (
          <>
            {row.status === 'expired' ? 'It expired ' : 'It expires '}
            <Time at={row.expiresAt} />. The link stays the same.
          </>
        )
      }
      onSubmit={() => {
        if (days !== undefined && whyNot === undefined && !extend.isPending)
          extend.mutate({ organization, invitation: row.id, days, notify: byMail })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={extend.isPending} disabledReason={whyNot}>
            {days === undefined ? 'Extend' : `Extend by ${days === 1 ? '1 day' : `${days} days`}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label="Add" error={choice !== 'custom' && atDays ? refused : undefined}>
            <Select
              value={choice}
              options={[...PRESETS, { value: 'custom', label: 'Other days' }]}
              onChange={setChoice}
            />
          </Field>
          {choice === 'custom' && (
            <Field label="Days" error={atDays ? refused : undefined}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            </Field>
          )}
        </div>
        <p className="text-ink-muted text-sm">
          {endsAt === null || endsAt instanceof Refusal
            ? 'It stays as it is.'
            : `Open until ${dateText(endsAt, now)}.`}
        </p>
        <Switch
          checked={byMail}
          onChange={setByMail}
          label="Tell them by mail"
          hint="Sends the same invitation once more, with the new date."
        />
        {refused && !atDays && (
          <Callout meaning="danger" announced>
            {refused}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
