import type { MemberId } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { PersonAsOf } from './person-as-of.tsx'
import { dayText } from './utc-day.ts'

type PersonAsOfDialogProps = { member: MemberId; day: string; onClose: () => void }

/** A person as they stood on some day, over the list of that day. */
export function PersonAsOfDialog({ member, day, onClose }: PersonAsOfDialogProps) {
  const { organization } = useHere()
  const { data, error } = trpc.history.person.useQuery({ organization, member, asOf: day })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={
        data ? (
          <>
            <bdi>{data.person.name}</bdi> as of {dayText(day)}
          </>
        ) : error ? (
          'Not to be found'
        ) : (
          'Loading'
        )
      }
      footer={
        <LinkButton
          link={{
            to: '/$organization/members/changes',
            params: { organization },
            search: { from: day, member },
          }}
        >
          What changed since
        </LinkButton>
      }
    >
      {data ? (
        <PersonAsOf then={data} />
      ) : error ? (
        <Callout meaning="warning">{sentenceOf(error)}</Callout>
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Dialog>
  )
}
