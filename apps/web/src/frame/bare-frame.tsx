import type { ReactNode } from 'react'
import { cx } from '../ui/cx.ts'
import { TipHost } from '../ui/tip-host.tsx'
import { Toaster } from '../ui/toaster.tsx'
import { Logo } from './logo.tsx'
import { SkipLink } from './skip-link.tsx'

type BareFrameProps = {
  /** The page's one heading. */
  title: ReactNode
  subtitle?: ReactNode
  children: ReactNode
  /** Below the card: the other way on, e.g. "No account yet?". */
  aside?: ReactNode
  /** Top right: e.g. who is signed in, and sign out. */
  corner?: ReactNode
  /** Room for two columns where the window has it. */
  wide?: boolean | undefined
}

/** One column for people who are not in yet: sign-in, set-up, invitation. */
export function BareFrame({ title, subtitle, children, aside, corner, wide = false }: BareFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col bg-page">
      <SkipLink />
      <header className="flex h-14 items-center justify-between gap-3 px-4 sm:px-6">
        <Logo />
        {corner}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="flex flex-1 flex-col items-center px-4 pt-6 pb-12 focus:outline-none sm:pt-16"
      >
        <div className={cx('w-full max-w-md', wide && 'lg:max-w-4xl')}>
          <h1 className="text-balance text-center font-semibold text-title [overflow-wrap:anywhere]">
            {title}
          </h1>
          {subtitle && <p className="mt-1 text-pretty text-center text-ink-muted">{subtitle}</p>}
          <div className="mt-6 rounded-card border border-line bg-surface p-5 sm:p-6">{children}</div>
          {aside && <div className="mt-4 text-balance text-center text-ink-muted text-sm">{aside}</div>}
        </div>
      </main>
      <TipHost />
      <Toaster />
    </div>
  )
}
