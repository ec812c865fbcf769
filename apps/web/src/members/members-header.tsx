import { UserPlus } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { MembersTabs } from './members-tabs.tsx'

type MembersHeaderProps = {
  current: 'members' | 'invitations' | 'changes'
  /** Opens the invite dialog. */
  onInvite: () => void
}

/** The head that the members and the invitations page share. Who may not invite sees no button (T3). */
export function MembersHeader({ current, onInvite }: MembersHeaderProps) {
  const { organization, here, may } = useHere()
  return (
    <>
      <PageHeader
        title="Members"
        subtitle={
          <>
            The people in {here.name} and{' '}
            <TextLink link={{ to: '/$organization/roles', params: { organization } }}>
              what they may do
            </TextLink>
            .
          </>
        }
        actions={
          may('invitations.send') && (
            <Button variant="primary" icon={UserPlus} onClick={onInvite}>
              Invite people
            </Button>
          )
        }
      />
      <div className="mb-4">
        <MembersTabs current={current} />
      </div>
    </>
  )
}
