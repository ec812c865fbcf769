import { Monitor, Smartphone } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { notify } from '../ui/notify.ts'
import { Time } from '../ui/time.tsx'

export type MySession = {
  id: string
  current: boolean
  /** "Firefox on Linux". */
  device: string
  /** Network address it was used from. */
  address: string
  createdAt: number
  lastSeenAt: number
}

/** One place where one is signed in. */
export function SessionRow({ session }: { session: MySession }) {
  const { id, current, device, address, createdAt, lastSeenAt } = session
  const utils = trpc.useUtils()
  const end = trpc.identity.endSession.useMutation({
    onSuccess: () => notify({ message: `Session on ${device} ended`, meaning: 'success' }),
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: () => utils.identity.sessions.invalidate(),
  })
  const Icon = /android|ios/i.test(device) ? Smartphone : Monitor
  return (
    <li className="flex items-center gap-3 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {device}
          {current && <Badge meaning="success">This session</Badge>}
        </p>
        <p className="text-ink-muted">
          {address} ·{' '}
          {current ? (
            'active now'
          ) : (
            <>
              last seen <Time at={lastSeenAt} />
            </>
          )}{' '}
          · signed in <Time at={createdAt} />
        </p>
      </div>
      {!current && (
        <Button
          size="small"
          pending={end.isPending}
          aria-label={`End session on ${device}`}
          onClick={() => end.mutate({ session: id })}
        >
          End
        </Button>
      )}
    </li>
  )
}
