import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { Time } from '../ui/time.tsx'
import { AutoJoin } from './auto-join.tsx'
import type { ListedDomain } from './types.ts'

const STATUS = {
  verified: { meaning: 'success', label: 'Proven' },
  waiting: { meaning: 'info', label: 'Waiting for its postmaster' },
  expired: { meaning: 'warning', label: 'Link has expired' },
} as const

/** A domain: whether it is proven, what happens with people there, and what can be done about it. */
export function DomainRow({ domain }: { domain: ListedDomain }) {
  const { organization, here, whyNot } = useHere()
  const [removing, setRemoving] = useState(false)
  const utils = trpc.useUtils()
  const readAgain = () => utils.domains.invalidate()
  const sendProof = trpc.domains.sendProof.useMutation({
    onSuccess: () =>
      notify({ message: `Mail is on its way to ${domain.mailbox}@${domain.name}`, meaning: 'success' }),
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: readAgain,
  })
  const remove = trpc.domains.remove.useMutation({
    async onSuccess() {
      setRemoving(false)
      notify({ message: `${domain.name} is removed.` })
      await readAgain()
    },
  })
  const forbidden = whyNot('organization.update')
  const { meaning, label } = STATUS[domain.status]
  return (
    <li className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64 text-sm">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            <span className="[overflow-wrap:anywhere]">{domain.name}</span>
            <Badge meaning={meaning}>
              {domain.status === 'waiting' ? `Waiting for ${domain.mailbox}@` : label}
            </Badge>
          </p>
          <p className="text-ink-muted">
            <Facts domain={domain} />
          </p>
        </div>
        <div className="flex items-center gap-2">
          {domain.status !== 'verified' && (
            <Button
              size="small"
              pending={sendProof.isPending}
              disabledReason={forbidden}
              onClick={() => sendProof.mutate({ organization, domain: domain.id, mailbox: domain.mailbox })}
            >
              Send again
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            aria-label={`Remove ${domain.name}`}
            disabledReason={forbidden}
            onClick={() => setRemoving(true)}
          >
            Remove
          </Button>
        </div>
      </div>
      {domain.status === 'verified' && <AutoJoin domain={domain} />}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove ${domain.name} from ${here.name}?`}
        confirmLabel="Remove domain"
        pending={remove.isPending}
        refusal={remove.error ? sentenceOf(remove.error) : undefined}
        onConfirm={() => remove.mutate({ organization, domain: domain.id })}
      >
        Nobody joins by an address there any more, and invitations do not show it. Members stay. To have it
        again it must be proven again.
      </ConfirmDialog>
    </li>
  )
}

function Facts({ domain }: { domain: ListedDomain }) {
  const { status, verifiedAt, sentAt, expiresAt, delivery, mailbox, name, addedBy } = domain
  const by = addedBy && (
    <>
      {' '}
      · added by <bdi>{addedBy.name}</bdi>
    </>
  )
  if (status === 'verified' && verifiedAt !== null) {
    return (
      <>
        {mailbox}@{name} confirmed it <Time at={verifiedAt} />
        {by}
      </>
    )
  }
  if (delivery?.state === 'failed') {
    return (
      <>
        The mail to {mailbox}@{name} was not accepted: {delivery.outcome}
      </>
    )
  }
  return (
    <>
      {delivery?.state === 'queued' ? 'Mail to' : 'Mailed to'} {mailbox}@{name} <Time at={sentAt} /> · link{' '}
      {status === 'expired' ? 'expired' : 'works until'} <Time at={expiresAt} as="date" />
      {by}
    </>
  )
}
