import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Time } from '../ui/time.tsx'

/** Whether ownership was ever transferred here, and the last time that it was (D46). */
export function LastTransfer() {
  const { organization, here } = useHere()
  const { data } = trpc.audit.list.useQuery({
    organization,
    action: 'member.ownership-transferred',
    pageSize: 1,
  })
  if (!data) return <p className="h-5" />
  const [last] = data.items
  if (!last) {
    return <p className="text-ink-muted text-sm">Ownership of {here.name} was never transferred.</p>
  }
  const to = last.target?.person?.name ?? last.target?.label
  return (
    <p className="text-ink-muted text-sm">
      The last transfer{to && ` to ${to}`}
      {last.actor && ` by ${last.actor.name}`} was completed <Time at={last.at} />.
    </p>
  )
}
