import type { MemberId } from '@roster/domain'
import { Ellipsis } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { refusalOf, sentenceOf } from '../api/refusal.ts'
import { AccessList } from '../assignments/access-list.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { whyNotChangeRole, whyNotEdit } from './may.ts'
import { PersonFacts } from './person-facts.tsx'
import { rowMenu } from './row-menu.ts'
import type { MembersDialog } from './search.ts'
import { useStanding } from './standing.ts'

type PersonDialogProps = {
  id: MemberId
  onClose: () => void
  onOpen: (dialog: MembersDialog) => void
}

/** A person in this organization: who they are, how they came, why they hold their role, and what can be done. */
export function PersonDialog({ id, onClose, onOpen }: PersonDialogProps) {
  const { organization, here, standing } = useStanding()
  const { data: person, error } = trpc.members.get.useQuery({ organization, member: id })
  const gone = refusalOf(error)?.code === 'not-found'

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={person ? <bdi>{person.name}</bdi> : error ? 'Not to be found' : 'Loading'}
      footer={
        person && (
          <>
            <Menu
              label={`More actions for ${person.name}`}
              align="start"
              side="top"
              sections={rowMenu(person, standing, onOpen, here.policies.projectLabel.many)}
              trigger={<Button icon={Ellipsis}>More</Button>}
            />
            <span className="flex-1" />
            <Button onClick={() => onOpen('edit')} disabledReason={whyNotEdit(person, standing)}>
              Edit
            </Button>
            <Button onClick={() => onOpen('role')} disabledReason={whyNotChangeRole(person, standing)}>
              Change role
            </Button>
          </>
        )
      }
    >
      {person ? (
        <>
          <PersonFacts person={person} />
          <AccessList member={id} />
        </>
      ) : error ? (
        <Callout meaning="warning">
          {gone ? `There is nobody like that in ${here.name}, or not any more.` : sentenceOf(error)}
        </Callout>
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Dialog>
  )
}
