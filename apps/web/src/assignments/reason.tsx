import { PERMISSIONS, type Permission } from '@roster/domain'
import type { ReactNode } from 'react'
import { PersonLink } from '../members/person-link.tsx'
import { RoleBadge } from '../members/role-badge.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import { Path } from './path.tsx'
import { RenewButton } from './renew-button.tsx'
import type { Because, Effective } from './types.ts'

type ReasonProps = {
  because: Because
  /** The groups it comes through. */
  path: Effective['paths'][number]
  /** What it allows here. */
  permissions: readonly Permission[]
  /** It allowed something until it ended by itself. */
  expired?: boolean | undefined
  /** Why the reader may not renew it. */
  whyNotRenew?: string | undefined
  /** What would change it. */
  actions?: ReactNode
}

/** One assignment behind what somebody may do, and what would change it. */
export function Reason({ because, path, permissions, expired = false, whyNotRenew, actions }: ReasonProps) {
  const { role, project, by, since, expiresAt, reason, place } = because
  return (
    <li className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <RoleBadge role={role} />
        {expired && <Badge meaning="warning">Expired</Badge>}
        <span className="text-ink-muted">
          {project ? <Name>{project.name}</Name> : 'at the organization'}
        </span>
      </p>
      <p className="text-ink-muted">
        <Path via={because.via} path={path} />
        {by ? (
          <>
            , by <PersonLink person={by} />
          </>
        ) : (
          ', given'
        )}{' '}
        on <Time at={since} as="date" />
        {expiresAt !== null && (
          <>
            , {expired ? 'ended' : 'until'} <Time at={expiresAt} as="date" />
          </>
        )}
        {place && (
          <>
            ; in the group since <Time at={place.since} as="date" />
            {place.by && (
              <>
                , by <PersonLink person={place.by} />
              </>
            )}
          </>
        )}
      </p>
      {reason && <q className="text-pretty">{reason}</q>}
      {permissions.length > 0 && (
        <details>
          <summary className="cursor-pointer text-ink-muted">
            {counted(permissions.length, 'thing it allows', 'things it allows')}
          </summary>
          <ul className="mt-1 list-disc pl-5 text-ink-muted">
            {permissions.map((permission) => (
              <li key={permission}>{PERMISSIONS[permission]}</li>
            ))}
          </ul>
        </details>
      )}
      {(expiresAt !== null || actions) && (
        <span className="flex flex-wrap gap-2 pt-1">
          {expiresAt !== null && <RenewButton assignment={because.assignment} disabledReason={whyNotRenew} />}
          {actions}
        </span>
      )}
    </li>
  )
}
