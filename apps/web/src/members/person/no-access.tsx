import { skipToken } from '@tanstack/react-query'
import { trpc } from '../../api/client.ts'
import type { Effective } from '../../assignments/types.ts'
import { useHere } from '../../organizations/here.ts'
import { useProjectLabel } from '../../projects/label.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Time } from '../../ui/time.tsx'
import type { MemberInFull } from '../types.ts'
import { reachesNothing } from './reach.ts'
import { usePersonSearch } from './use-person-search.ts'

type NoAccessProps = { person: MemberInFull; effective: Effective }

/** "Accepted, but no access" (D45): says that it is so, why, and the next step. */
export function NoAccess({ person, effective }: NoAccessProps) {
  const { organization, may } = useHere()
  const { set } = usePersonSearch()
  const { one, many } = useProjectLabel()
  const nothing = reachesNothing(effective)
  const projects = trpc.projects.list.useQuery(
    nothing && may('projects.read') ? { organization, pageSize: 1 } : skipToken,
  )
  if (!nothing || (may('projects.read') && !projects.data)) return null
  const there = projects.data?.total !== 0
  const [ended] = effective.expired.filter(({ project }) => project !== null)
  const link = { to: '/$organization/projects', params: { organization } } as const
  return (
    <Callout
      meaning="warning"
      title={person.you ? `You have no access to any ${one} yet` : `Accepted, but no access to any ${one}`}
      actions={
        person.you ? (
          may('projects.read') && <LinkButton size="small" link={link}>{`Look at the ${many}`}</LinkButton>
        ) : there ? (
          <Button size="small" onClick={() => set({ dialog: 'assign', at: undefined })}>
            Assign to {many}
          </Button>
        ) : (
          <LinkButton size="small" link={link}>{`Go to ${many}`}</LinkButton>
        )
      }
    >
      {person.you ? 'You are a member' : 'They are a member'} since <Time at={person.joinedAt} as="date" />.
      The role {person.role.name} opens no {one}, and neither {person.you ? 'you' : 'they'} nor a group{' '}
      {person.you ? 'you' : 'they'} are in has a role in one.
      {ended?.expiresAt && (
        <>
          {' '}
          What {person.you ? 'you' : 'they'} had in {ended.project?.name} ended{' '}
          <Time at={ended.expiresAt} as="date" />; it can be renewed below.
        </>
      )}
      {!there && !person.you && ` There is no ${one} yet.`}
    </Callout>
  )
}
