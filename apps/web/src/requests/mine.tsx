import { GROUND_WORDS } from '@roster/domain'
import { Inbox } from 'lucide-react'
import { AccountFrame } from '../account/account-frame.tsx'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useTitle } from '../pages/title.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { notify } from '../ui/notify.ts'
import { Time } from '../ui/time.tsx'
import { STATES } from './states.ts'
import type { MyRequest } from './types.ts'
import { useRequestsChanged } from './use-requests-changed.ts'

/** What one has asked for, and what was answered (O3). */
export function MyRequestsPage() {
  const [requests] = trpc.requests.mine.useSuspenseQuery({})
  useTitle('My requests')
  return (
    <AccountFrame>
      <Card title="My requests" flush>
        {requests.length === 0 ? (
          <EmptyState icon={Inbox} title="No requests">
            Where an organization or a project takes requests, you can ask to join. What became of it shows
            here.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {requests.map((request) => (
              <MyRequestItem key={request.id} request={request} />
            ))}
          </ul>
        )}
      </Card>
    </AccountFrame>
  )
}

function MyRequestItem({ request }: { request: MyRequest }) {
  const { id, organization, project, reason, state, madeAt, answeredAt, role, ground, message, invitation } =
    request
  const place = project?.name ?? organization.name
  const changed = useRequestsChanged()
  const withdraw = trpc.requests.withdraw.useMutation({
    onSuccess: () => notify({ message: `Your request to join ${place} was withdrawn.` }),
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: changed,
  })
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-3">
      <Avatar id={project?.id ?? organization.slug} name={place} square />
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <bdi>{place}</bdi>
          <Badge meaning={STATES[state].meaning}>{STATES[state].label}</Badge>
          {state === 'approved' && role && <Badge>{role}</Badge>}
        </p>
        <p className="text-ink-muted">
          {project && (
            <>
              In <bdi>{organization.name}</bdi> ·{' '}
            </>
          )}
          asked <Time at={madeAt} />
          {answeredAt !== null && state !== 'withdrawn' && (
            <>
              {' '}
              · answered <Time at={answeredAt} />
            </>
          )}
        </p>
        <p className="mt-1 whitespace-pre-line text-ink-muted [overflow-wrap:anywhere]">“{reason}”</p>
        {message && (
          <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">The answer says: “{message}”</p>
        )}
        {ground && (
          <p className="mt-1 text-ink-muted">Approved for: {GROUND_WORDS[ground].label.toLowerCase()}.</p>
        )}
        {state === 'void' && <p className="mt-1 text-ink-muted">There is nothing left to answer.</p>}
      </div>
      {state === 'pending' && (
        <Button
          variant="quiet"
          aria-label={`Withdraw the request to join ${place}`}
          pending={withdraw.isPending}
          onClick={() => withdraw.mutate({ request: id })}
        >
          Withdraw
        </Button>
      )}
      {invitation && (
        <LinkButton variant="primary" link={{ to: '/invitations/$invitation', params: { invitation } }}>
          View invitation
        </LinkButton>
      )}
    </li>
  )
}
