import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { useMinute } from '../ui/minute.ts'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import { whyNotNarrow, whyNotRevoke, whyNotRotate } from './may.ts'
import { marksOf } from './state.ts'
import type { ListedKey } from './types.ts'

export type KeyDialog = 'edit' | 'rotate' | 'revoke'

type KeyRowProps = {
  apiKey: ListedKey
  /** Whom it is for goes without saying here. */
  hideOwner: boolean
  onOpen: (dialog: KeyDialog) => void
}

/** A key: what it is called, whom it acts for, how far it goes, and when it was used and will end. */
export function KeyRow({ apiKey, hideOwner, onOpen }: KeyRowProps) {
  const { here } = useHere()
  const now = useMinute()
  const { name, hint } = apiKey
  const reader = { me: here.me.member, permissions: here.permissions }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Name strong>{name}</Name>
          <code className="font-mono text-ink-muted text-xs">rst_…{hint}</code>
          {marksOf(apiKey, now).map(({ label, meaning }) => (
            <Badge key={label} meaning={meaning}>
              {label}
            </Badge>
          ))}
        </p>
        <p className="text-ink-muted">
          {!hideOwner && <Owner apiKey={apiKey} mine={apiKey.owner.member === reader.me} />}
          {hideOwner ? 'At most' : 'at most'} <bdi>{apiKey.role.name}</bdi>
          {apiKey.project && (
            <>
              {' '}
              in <bdi>{apiKey.project.name}</bdi>
            </>
          )}{' '}
          ·{' '}
          <span className="whitespace-nowrap">
            {counted(apiKey.permissions.length, 'permission', 'permissions')}
          </span>
        </p>
        <p className="text-ink-muted">
          <Times apiKey={apiKey} />
        </p>
      </div>
      <div className="flex items-center gap-2">
        <Button
          size="small"
          aria-label={`Rotate ${name}`}
          disabledReason={whyNotRotate(apiKey, reader)}
          onClick={() => onOpen('rotate')}
        >
          Rotate
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={`Edit ${name}`}
          disabledReason={whyNotNarrow(apiKey, reader)}
          onClick={() => onOpen('edit')}
        >
          Edit
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={`Revoke ${name}`}
          disabledReason={whyNotRevoke(apiKey, reader)}
          onClick={() => onOpen('revoke')}
        >
          Revoke
        </Button>
      </div>
    </li>
  )
}

function Owner({ apiKey: { owner }, mine }: { apiKey: ListedKey; mine: boolean }) {
  const { organization } = useHere()
  if (mine) return 'Acts for you · '
  if (owner.kind === 'person') {
    return (
      <>
        Acts for <bdi>{owner.person?.name ?? 'somebody'}</bdi> ·{' '}
      </>
    )
  }
  return (
    <>
      Acts for{' '}
      <TextLink
        link={{
          to: '/$organization/settings/service-accounts/$serviceAccount',
          params: { organization, serviceAccount: owner.id },
        }}
      >
        <bdi>{owner.name}</bdi>
      </TextLink>{' '}
      ·{' '}
    </>
  )
}

function Times({ apiKey }: { apiKey: ListedKey }) {
  const { createdAt, createdBy, lastUsedAt, expiresAt, expired, oldSecretUntil } = apiKey
  const ends = expiresAt === null ? 'never expires' : expired ? 'expired' : 'expires'
  return (
    <>
      {lastUsedAt !== null && (
        <>
          Used <Time at={lastUsedAt} /> ·{' '}
        </>
      )}
      <span className={cx(lastUsedAt === null && 'inline-block first-letter:uppercase')}>{ends}</span>
      {expiresAt !== null && (
        <>
          {' '}
          <Time at={expiresAt} as="date" />
        </>
      )}
      {oldSecretUntil !== null && (
        <>
          {' '}
          · old secret works until <Time at={oldSecretUntil} as="date" />
        </>
      )}{' '}
      · created <Time at={createdAt} as="date" />
      {createdBy && (
        <>
          {' '}
          by <bdi>{createdBy.name}</bdi>
        </>
      )}
    </>
  )
}
