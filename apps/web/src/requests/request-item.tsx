import { GROUND_WORDS } from '@roster/domain'
import { EmailLink } from '../members/email-link.tsx'
import { useHere } from '../organizations/here.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import { STATES } from './states.ts'
import type { ListedRequest } from './types.ts'

type RequestItemProps = { request: ListedRequest; onAnswer: (answer: 'approve' | 'reject') => void }

/** Who asks for what and why; and the answer, or the buttons for it. */
export function RequestItem({ request, onAnswer }: RequestItemProps) {
  const { here } = useHere()
  const { person, project, reason, state, madeAt } = request
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-4">
      <Avatar id={person.user} name={person.name} photo={person.avatar} verified={person.verified} />
      <div className="min-w-0 flex-1 basis-64 text-sm">
        <p className="font-medium [overflow-wrap:anywhere]">
          <bdi>{person.name}</bdi> asks to join <bdi>{project?.name ?? here.name}</bdi>
        </p>
        <p className="text-ink-muted [overflow-wrap:anywhere]">
          {person.email && <EmailLink email={person.email} />}
          {person.username && <> · @{person.username}</>} · <Time at={madeAt} />
        </p>
        <blockquote className="mt-2 whitespace-pre-line text-pretty border-line-strong border-l-2 pl-3 [overflow-wrap:anywhere]">
          {reason || <span className="text-ink-muted">The reason went with the account.</span>}
        </blockquote>
        {state !== 'pending' && <Answer request={request} />}
      </div>
      {state === 'pending' && (
        <div className="flex gap-2 max-sm:basis-full max-sm:flex-row-reverse max-sm:justify-end max-sm:pl-12">
          <Button
            variant="quiet"
            aria-label={`Reject the request of ${person.name}`}
            onClick={() => onAnswer('reject')}
          >
            Reject
          </Button>
          <Button
            variant="primary"
            aria-label={`Approve the request of ${person.name}`}
            onClick={() => onAnswer('approve')}
          >
            Approve
          </Button>
        </div>
      )}
    </li>
  )
}

function Answer({ request }: { request: ListedRequest }) {
  const { organization } = useHere()
  const { state, role, ground, message, answeredAt, answeredBy, invitation } = request
  const { label, meaning } = STATES[state]
  return (
    <div className="mt-3 flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge meaning={meaning}>{label}</Badge>
        {role && <Badge>{role.name}</Badge>}
        <span className="text-ink-muted">
          {answeredBy && answeredBy.user !== request.person.user && (
            <>
              by <bdi>{answeredBy.name}</bdi>,{' '}
            </>
          )}
          {answeredAt !== null && <Time at={answeredAt} />}
        </span>
      </p>
      {ground && (
        <p className="text-ink-muted">
          Ground: {GROUND_WORDS[ground].label.toLowerCase()}.{' '}
          {invitation && (
            <>
              They were sent an invitation: see{' '}
              <TextLink
                link={{
                  to: '/$organization/members/invitations',
                  params: { organization },
                  search: { status: 'all' },
                }}
              >
                where it stands
              </TextLink>
              .
            </>
          )}
        </p>
      )}
      {message && <p className="whitespace-pre-line text-ink-muted [overflow-wrap:anywhere]">“{message}”</p>}
    </div>
  )
}
