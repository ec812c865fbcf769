import { Name } from '../ui/name.tsx'
import { Time } from '../ui/time.tsx'
import type { InvitationView } from './invitation-view.ts'

type Place = InvitationView['places'][number]

/** Why something that was promised is not given, in the words of somebody who has never seen Roster. */
export const WHY_LEFT_OUT = {
  archived: 'is archived, so you do not join it for now',
  ended: 'is not there any more',
  expired: 'was for a time that is over',
  withdrawn: 'is not included any more',
} as const satisfies Record<NonNullable<Place['leftOut']>, string>

/** The projects and groups that come with the invitation, and what of them does not. */
export function OfferedPlaces({ places }: { places: readonly Place[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {places.map(({ kind, name, role, roleSentence, expiresAt, leftOut }) => (
        <li key={`${kind} ${name}`} className={leftOut === null ? undefined : 'text-ink-muted'}>
          <Name strong={leftOut === null}>{name}</Name>
          {leftOut !== null ? (
            <> {WHY_LEFT_OUT[leftOut]}</>
          ) : (
            <span className="text-ink-muted">
              {kind === 'group' ? ' (a group)' : ` as ${role}`}
              {expiresAt !== null && (
                <>
                  {' '}
                  until <Time at={expiresAt - 1} as="date" />
                </>
              )}
            </span>
          )}
          {leftOut === null && roleSentence && (
            <span className="block text-pretty text-ink-muted text-xs">{roleSentence}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
