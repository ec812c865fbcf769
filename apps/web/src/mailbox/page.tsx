import { useSearch } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { Logo } from '../frame/logo.tsx'
import { SkipLink } from '../frame/skip-link.tsx'
import { BareNotFound } from '../pages/not-found.tsx'
import { useTitle } from '../pages/title.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TipHost } from '../ui/tip-host.tsx'
import { MailList } from './mail-list.tsx'
import { OpenMail } from './open-mail.tsx'

const LOOK_EVERY_MS = 3_000

/** Development only: the mail that would have been sent. */
export function MailboxPage() {
  const { mail: chosen } = useSearch({ from: '/mailbox' })
  const list = trpc.mailbox.list.useQuery({}, { refetchInterval: LOOK_EVERY_MS })
  useTitle('Mailbox')

  if (refusalOf(list.error)?.code === 'not-found') return <BareNotFound />
  const mails = list.data
  const open = chosen ?? mails?.[0]?.id
  return (
    <div className="flex min-h-dvh flex-col bg-page">
      <SkipLink />
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b bg-surface px-4 py-2 sm:px-6">
        <div className="flex items-center gap-3">
          <Logo />
          <h1 className="border-line-strong border-l pl-3 font-semibold text-md">Mailbox</h1>
        </div>
        <p className="text-ink-muted text-sm">
          For development: nothing is sent, all mail lands here.{' '}
          <TextLink link={{ to: '/' }}>Go to Roster</TextLink>
        </p>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col focus:outline-none">
        {!mails ? (
          <div className="p-6">
            <SkeletonLines lines={6} />
          </div>
        ) : mails.length === 0 ? (
          <EmptyState icon={Inbox} title="No mail yet">
            Invite somebody, or ask for a new password: the mail appears here within seconds.
          </EmptyState>
        ) : (
          <div className="grid flex-1 md:grid-cols-[20rem_minmax(0,1fr)]">
            <MailList mails={mails} open={open} chosen={chosen !== undefined} />
            <div className={chosen === undefined ? 'max-md:hidden' : undefined}>
              {open !== undefined && <OpenMail key={open} id={open} />}
            </div>
          </div>
        )}
      </main>
      <TipHost />
    </div>
  )
}
