import { mayGrant, Refusal } from '@roster/domain'
import { Monitor, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../../api/client.ts'
import { sentenceOf } from '../../api/refusal.ts'
import { NotLoaded } from '../../pages/not-loaded.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { notify } from '../../ui/notify.ts'
import { counted } from '../../ui/number.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { useStanding } from '../standing.ts'
import type { MemberInFull } from '../types.ts'

/** Where somebody is signed in, in as few words as needed, and the way to end it all. */
export function Sessions({ person }: { person: MemberInFull }) {
  if (person.you) {
    return (
      <Callout
        title="These are yours"
        actions={
          <LinkButton size="small" link={{ to: '/account/security' }}>
            Go to my sessions
          </LinkButton>
        }
      >
        In your account you see where you are signed in, and end each by itself.
      </Callout>
    )
  }
  return <Others person={person} />
}

function Others({ person: { member, name, role } }: { person: MemberInFull }) {
  const { organization, standing } = useStanding()
  const [asking, setAsking] = useState(false)
  const utils = trpc.useUtils()
  const list = trpc.members.sessions.useQuery({ organization, member })
  const end = trpc.members.endSessions.useMutation({
    onSuccess({ ended }) {
      setAsking(false)
      notify({ message: `${counted(ended, 'session', 'sessions')} of ${name} ended.` })
    },
    onSettled: () => void Promise.all([utils.members.invalidate(), utils.audit.invalidate()]),
  })
  const held = [{ permissions: new Set(standing.permissions), scope: 'organization' as const }]
  const verdict = mayGrant(held, standing.roles.find(({ id }) => id === role.id)?.permissions ?? [])
  const sessions = list.data
  const whyNot =
    verdict instanceof Refusal
      ? verdict.message
      : !sessions
        ? 'Wait until it is known where they are signed in.'
        : sessions.length === 0
          ? 'They are signed in nowhere.'
          : undefined
  if (list.error && !sessions) {
    return <NotLoaded what="sessions" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <Card
      title="Signed in"
      flush
      actions={
        <Button size="small" variant="danger" onClick={() => setAsking(true)} disabledReason={whyNot}>
          End all sessions
        </Button>
      }
    >
      {!sessions ? (
        <div className="p-4">
          <SkeletonLines lines={3} />
        </div>
      ) : sessions.length === 0 ? (
        <p className="px-4 py-3 text-ink-muted text-sm">They are signed in nowhere.</p>
      ) : (
        <ul className="divide-y divide-line">
          {sessions.map(({ device, since, lastSeenAt }, at) => {
            const Icon = /android|ios/i.test(device) ? Smartphone : Monitor
            return (
              <li key={at} className="flex items-center gap-3 px-4 py-2.5 text-sm">
                <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{device}</span>
                  <span className="text-ink-muted">
                    last seen <Time at={lastSeenAt} /> · signed in <Time at={since} />
                  </span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Sign ${name} out everywhere?`}
        confirmLabel="End all sessions"
        pending={end.isPending}
        refusal={end.error ? sentenceOf(end.error) : undefined}
        onConfirm={() => end.mutate({ organization, member })}
      >
        <p>
          Every device they are signed in on asks for their password again, also in other organizations. The
          password stays as it is.
        </p>
      </ConfirmDialog>
    </Card>
  )
}
