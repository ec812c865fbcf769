import { Menu as MenuIcon, Search } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { Name } from '../ui/name.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { TipHost } from '../ui/tip-host.tsx'
import { Toaster } from '../ui/toaster.tsx'
import { warmOverlays } from '../ui/warm.ts'
import { SideBar, type SideBarProps } from './side-bar.tsx'
import { SkipLink } from './skip-link.tsx'

export type AppFrameProps = Omit<SideBarProps, 'onNavigate'> & {
  /** Over everything, e.g. `OfflineBanner`. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of everything behind sign-in: side bar and page; on narrow screens the side bar is a sheet. */
export function AppFrame({ banner, children, ...bar }: AppFrameProps) {
  const [open, setOpen] = useState(false)
  const here = bar.organizations.find(({ id }) => id === bar.current)?.name ?? bar.user.name
  const close = () => setOpen(false)
  useEffect(warmOverlays, [])

  return (
    <div className="min-h-dvh bg-page lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh border-line border-r bg-surface lg:block print:hidden">
        <SideBar {...bar} onNavigate={close} />
      </aside>

      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex h-13 items-center gap-2 border-line border-b bg-surface px-3 lg:hidden print:hidden">
          <IconButton icon={MenuIcon} label="Open navigation" onClick={() => setOpen(true)} />
          <div className="min-w-0 flex-1 font-medium">
            <Name>{here}</Name>
          </div>
          <IconButton icon={Search} label="Search" onClick={bar.onSearch} />
        </header>
        {banner}
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 focus:outline-none sm:px-6 lg:px-8"
        >
          {children}
        </main>
      </div>

      <Sheet open={open} onOpenChange={setOpen} label="Navigation">
        <SideBar {...bar} onNavigate={close} />
      </Sheet>
      <TipHost />
      <Toaster />
    </div>
  )
}
