import { useHere } from '../../organizations/here.ts'
import { Name } from '../../ui/name.tsx'
import { Time } from '../../ui/time.tsx'
import { PersonLink } from '../person-link.tsx'
import { RoleBadge } from '../role-badge.tsx'
import type { MemberInFull } from '../types.ts'
import { Arrival } from './arrival.tsx'
import { Fact } from './fact.tsx'

/** Who somebody is in the organization, why they hold their role, and how they came. */
export function PersonFacts({ person }: { person: MemberInFull }) {
  const { here } = useHere()
  const { ownName, displayName, email, verified, title, lastActiveAt, roleBy, roleReason } = person
  const none = <span className="text-ink-faint">None</span>
  return (
    <dl className="flex flex-col gap-3 text-sm">
      <Fact term={`Role in ${here.name}`}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <RoleBadge role={person.role} />
          <span className="min-w-0 text-ink-muted">
            since <Time at={person.roleSince} as="date" />
            {roleBy && (
              <>
                , given by <PersonLink person={roleBy} />
              </>
            )}
          </span>
          {roleReason && <q className="basis-full text-pretty">{roleReason}</q>}
        </span>
      </Fact>
      <Fact term="Title">{title ? <Name>{title}</Name> : none}</Fact>
      <Fact term="Display name">
        {displayName ? (
          <>
            <Name>{displayName}</Name>
            <span className="block text-ink-muted">
              Elsewhere <Name>{ownName}</Name>
            </span>
          </>
        ) : (
          none
        )}
      </Fact>
      <Fact term="Email address">{email ? (verified ? 'Verified' : 'Not verified yet') : none}</Fact>
      <Fact term="Last active">
        {person.you ? 'Now' : lastActiveAt === null ? 'Never' : <Time at={lastActiveAt} />}
      </Fact>
      <Arrival person={person} />
    </dl>
  )
}
