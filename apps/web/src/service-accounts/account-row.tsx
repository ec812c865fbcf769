import { RoleBadge } from '../members/role-badge.tsx'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { counted } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { ServiceAccount } from './types.ts'

/** A service account: what it is, what it holds, and when it was at work last. */
export function AccountRow({ account }: { account: ServiceAccount }) {
  const { organization } = useHere()
  const label = useProjectLabel()
  const { id, name, description, role, projects, keys } = account
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p className="truncate font-medium">
          <TextLink
            link={{
              to: '/$organization/settings/service-accounts/$serviceAccount',
              params: { organization, serviceAccount: id },
            }}
          >
            <bdi>{name}</bdi>
          </TextLink>
        </p>
        {description && <p className="line-clamp-2 text-pretty text-ink-muted">{description}</p>}
        <p className="text-ink-muted">
          {projects === 0 ? `In no ${label.one}` : `In ${counted(projects, label.one, label.many)}`}
          {keys && <> · {keys.count === 0 ? 'no keys' : counted(keys.count, 'key', 'keys')}</>}
          {keys?.lastUsedAt != null && (
            <>
              {' '}
              · used <Time at={keys.lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <RoleBadge role={role} />
    </li>
  )
}
