import { Check, Minus } from 'lucide-react'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { InvitationView } from './invitation-view.ts'
import { OfferedPlaces } from './offered-places.tsx'

/** Who invites, to what, as what, and until when: everything a stranger needs to trust it. */
export function Offer({ view }: { view: InvitationView }) {
  const { organization, inviter, role, places, members, expiresAt, message } = view
  return (
    <div className="flex flex-col gap-5">
      {inviter && <Inviter inviter={inviter} />}
      {message && <Message text={message} from={inviter?.name ?? null} />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-sm">
        <dt className="text-ink-muted">Organization</dt>
        <dd className="min-w-0">
          {organization && <Name strong>{organization.name}</Name>}
          <span className="text-ink-muted"> · {counted(members, 'person', 'people')}</span>
        </dd>
        {organization && organization.domains.length > 0 && (
          <>
            <dt className="text-ink-muted">Its domains</dt>
            <dd className="flex min-w-0 flex-wrap items-center gap-1.5">
              {organization.domains.map((domain) => (
                <Badge key={domain} meaning="success">
                  {domain}
                </Badge>
              ))}
              <span className="text-ink-muted">proven by whoever runs them</span>
            </dd>
          </>
        )}
        <dt className="text-ink-muted">Your role</dt>
        <dd className="min-w-0">
          <Name strong>{role.name}</Name>
        </dd>
        {places.length > 0 && (
          <>
            <dt className="text-ink-muted">You join</dt>
            <dd className="min-w-0">
              <OfferedPlaces places={places} />
            </dd>
          </>
        )}
        <dt className="text-ink-muted">Expires</dt>
        <dd>{expiresAt === null ? 'Never' : <Expiry at={expiresAt} />}</dd>
      </dl>
      <div className="flex flex-col gap-4 text-sm">
        <Ability title="You will be able to" abilities={role.can} icon={Check} ink="text-success-ink" />
        <Ability title="You will not be able to" abilities={role.cannot} icon={Minus} ink="text-ink-faint" />
      </div>
    </div>
  )
}

function Expiry({ at }: { at: number }) {
  return (
    <>
      <Time at={at} as="date" />
      <span className="text-ink-muted">
        {' '}
        (<Time at={at} />)
      </span>
    </>
  )
}

function Inviter({
  inviter: { name, domain, avatar, verified },
}: {
  inviter: NonNullable<InvitationView['inviter']>
}) {
  return (
    <div className="flex items-center gap-3">
      <Avatar id={name} name={name} photo={avatar} size="large" />
      <div className="min-w-0">
        <p className="font-medium">
          <Name>{name}</Name>
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-sm">
          {domain ? <span className="[overflow-wrap:anywhere]">with an address at {domain}</span> : null}
          {verified ? (
            <Badge meaning="success">Verified</Badge>
          ) : (
            <Badge meaning="warning">Address not verified</Badge>
          )}
        </p>
      </div>
    </div>
  )
}

function Message({ text, from }: { text: string; from: string | null }) {
  return (
    <figure className="border-line-strong border-l-2 pl-3">
      <blockquote className="whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
        {text}
      </blockquote>
      {from && (
        <figcaption className="mt-1 text-ink-muted text-sm">
          <Name>{from}</Name>
        </figcaption>
      )}
    </figure>
  )
}

type AbilityProps = { title: string; abilities: readonly string[]; icon: typeof Check; ink: string }

function Ability({ title, abilities, icon: Icon, ink }: AbilityProps) {
  if (abilities.length === 0) return null
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {abilities.map((ability) => (
          <li key={ability} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ink}`} />
            <span className="min-w-0 text-pretty">{ability}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
