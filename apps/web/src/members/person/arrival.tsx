import type { ReactNode } from 'react'
import { Time } from '../../ui/time.tsx'
import { PersonLink } from '../person-link.tsx'
import type { MemberInFull } from '../types.ts'
import { Fact } from './fact.tsx'

/** How somebody came: that the link was opened and that the invitation was accepted are two things (D45). */
export function Arrival({ person }: { person: MemberInFull }) {
  const { joinedAt, arrival } = person
  if (!arrival) {
    return (
      <Fact term="Joined">
        <Time at={joinedAt} as="date" />, <span className="text-ink-muted">{cameBy(person)}</span>
      </Fact>
    )
  }
  const { sentAt, openedAt, acceptedAt } = arrival
  return (
    <Fact term="Joined">
      <ol className="flex flex-col gap-0.5">
        <li>
          Invited <Time at={sentAt} as="date" />
          {person.invitedBy && (
            <>
              {' '}
              by <PersonLink person={person.invitedBy} />
            </>
          )}
        </li>
        <li>
          {openedAt === null ? (
            'Link not opened: they answered where they were signed in'
          ) : (
            <>
              Link opened <Time at={openedAt} as="date" />
            </>
          )}
        </li>
        <li>
          Accepted <Time at={acceptedAt ?? joinedAt} as="date" />
        </li>
      </ol>
    </Fact>
  )
}

function cameBy({ source, invitedBy }: MemberInFull): ReactNode {
  if (source === 'invitation' && invitedBy) {
    return (
      <>
        invited by <PersonLink person={invitedBy} />
      </>
    )
  }
  return CAME_BY[source]
}

const CAME_BY = {
  setup: 'by setting up this Roster',
  creation: 'by creating the organization',
  invitation: 'by invitation',
  request: 'on their own request',
  directory: 'from the directory',
  import: 'by an import',
} as const satisfies Record<MemberInFull['source'], string>
