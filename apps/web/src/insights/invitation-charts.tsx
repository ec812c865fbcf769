import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Card } from '../ui/card.tsx'
import { count } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import { ChartCard } from './chart-card.tsx'
import { durationText } from './duration.ts'

const WITHIN = ['Within an hour', 'Within a day', 'Within three days', 'Within a week', 'Later'] as const

/** What became of invitations, and how soon they were accepted. */
export function InvitationCharts() {
  const { organization } = useHere()
  const [{ funnel, from, capped, timeToAccept, acceptedWithin }] = trpc.insights.invitations.useSuspenseQuery(
    {
      organization,
    },
  )
  if (funnel.sent === 0) {
    return (
      <Card title="Invitations">
        <p className="text-ink-muted text-sm">
          No invitation was sent within a year. What becomes of them shows here once some were.
        </p>
      </Card>
    )
  }
  const at = { to: '/$organization/members/invitations', params: { organization } } as const
  const to = (status: 'all' | 'accepted' | 'declined' | 'expired' | 'revoked' | 'open') =>
    ({ ...at, search: status === 'open' ? {} : { status } }) as const
  const share = Math.round((100 * funnel.accepted) / funnel.sent)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <ChartCard
        title="Invitations"
        unit="Invitations"
        summary={`${count(funnel.sent)} sent, ${count(funnel.opened)} opened, ${count(funnel.accepted)} accepted, ${count(funnel.declined)} declined, ${count(funnel.expired)} expired, ${count(funnel.revoked)} revoked, ${count(funnel.waiting)} waiting`}
        bars={[
          { id: 'sent', label: 'Sent', value: funnel.sent, link: to('all') },
          { id: 'opened', label: 'Opened', value: funnel.opened },
          { id: 'accepted', label: 'Accepted', value: funnel.accepted, link: to('accepted') },
          { id: 'waiting', label: 'Waiting', value: funnel.waiting, link: to('open'), quiet: true },
          { id: 'declined', label: 'Declined', value: funnel.declined, link: to('declined'), quiet: true },
          { id: 'expired', label: 'Expired', value: funnel.expired, link: to('expired'), quiet: true },
          { id: 'revoked', label: 'Revoked', value: funnel.revoked, link: to('revoked'), quiet: true },
        ]}
        note={
          <>
            {share}% were accepted, of those sent since <Time at={from} as="date" />.
            {capped && ' These are the latest 10,000; there were more within the year.'}
          </>
        }
      />
      {timeToAccept ? (
        <ChartCard
          title="Time to accept"
          unit="Invitations"
          summary={`Half of them within ${durationText(timeToAccept.median)}, nine of ten within ${durationText(timeToAccept.p90)}`}
          bars={acceptedWithin.map(({ invitations }, nth) => ({
            ...{ id: String(nth), label: WITHIN[nth] ?? 'Later', value: invitations },
          }))}
          note={
            <>
              Half of those who accepted did within <strong>{durationText(timeToAccept.median)}</strong>{' '}
              (median), nine of ten within <strong>{durationText(timeToAccept.p90)}</strong>, counted from the
              first sending.
            </>
          }
        />
      ) : (
        <Card title="Time to accept">
          <p className="text-ink-muted text-sm">Nobody has accepted an invitation of this time yet.</p>
        </Card>
      )}
    </div>
  )
}
