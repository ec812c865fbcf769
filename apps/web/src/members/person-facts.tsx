import type { ReactNode } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Name } from '../ui/name.tsx'
import { Time } from '../ui/time.tsx'
import { EmailLink } from './email-link.tsx'
import { RoleBadge } from './role-badge.tsx'
import type { MemberInFull } from './types.ts'

/** Everything the organization knows about a person, and why they hold their role. */
export function PersonFacts({ person }: { person: MemberInFull }) {
  const { name, ownName, displayName, username, email, verified, title, lastActiveAt } = person
  const none = <span className="text-ink-faint">None</span>
  return (
    <>
      <div className="mb-4 flex items-center gap-3">
        <Avatar id={person.user} name={name} photo={person.avatar} size="large" verified={verified} />
        <div className="min-w-0 text-sm">
          <p className="flex items-center gap-2 font-medium">
            <Name>{ownName}</Name>
            {person.you && <Badge>You</Badge>}
          </p>
          <p className="truncate text-ink-muted">{username ? `@${username}` : 'No username'}</p>
        </div>
      </div>
      <DefinitionList
        items={[
          {
            term: 'Role',
            value: (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <RoleBadge role={person.role} />
                <span className="min-w-0 text-ink-muted">
                  since <Time at={person.roleSince} as="date" />
                  {person.roleBy && (
                    <>
                      , given by <Name>{person.roleBy.name}</Name>
                    </>
                  )}
                </span>
                {person.roleReason && <q className="basis-full text-pretty">{person.roleReason}</q>}
              </span>
            ),
          },
          {
            term: 'Email',
            value: email ? (
              <>
                <EmailLink email={email} />
                <span className="block text-ink-muted">{verified ? 'Verified' : 'Not verified yet'}</span>
              </>
            ) : (
              none
            ),
          },
          { term: 'Title', value: title ? <Name>{title}</Name> : none },
          { term: 'Display name', value: displayName ? <Name>{displayName}</Name> : none },
          {
            term: 'Joined',
            value: (
              <>
                <Time at={person.joinedAt} as="date" />,{' '}
                <span className="text-ink-muted">{cameBy(person)}</span>
              </>
            ),
          },
          {
            term: 'Last active',
            value: person.you ? 'Now' : lastActiveAt === null ? 'Never' : <Time at={lastActiveAt} />,
          },
        ]}
      />
    </>
  )
}

function cameBy({ source, invitedBy }: MemberInFull): ReactNode {
  if (source === 'invitation' && invitedBy) {
    return (
      <>
        invited by <Name>{invitedBy.name}</Name>
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
