import { Link } from '@tanstack/react-router'
import { cx } from '../ui/cx.ts'
import { Time } from '../ui/time.tsx'

type MailListProps = {
  mails: readonly { id: string; to: string; subject: string; sentAt: number }[]
  /** The mail that is shown. */
  open: string | undefined
  /** Somebody chose it; on a phone the list then makes room for it. */
  chosen: boolean
}

/** Every mail, newest first. */
export function MailList({ mails, open, chosen }: MailListProps) {
  return (
    <nav aria-label="Mails" className={cx('border-line bg-surface md:border-r', chosen && 'max-md:hidden')}>
      <ul className="divide-y divide-line md:sticky md:top-0 md:max-h-dvh md:overflow-y-auto">
        {mails.map(({ id, to, subject, sentAt }) => (
          <li key={id}>
            <Link
              to="/mailbox"
              search={{ mail: id }}
              activeProps={{ 'aria-current': undefined }}
              aria-current={id === open ? 'true' : undefined}
              className="block px-4 py-2.5 text-sm -outline-offset-2 hover:bg-hover aria-[current=true]:bg-accent-tint"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate text-ink-muted">{to}</span>
                <span className="shrink-0 text-ink-muted text-xs">
                  <Time at={sentAt} />
                </span>
              </span>
              <span className="mt-0.5 block truncate font-medium">{subject}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
