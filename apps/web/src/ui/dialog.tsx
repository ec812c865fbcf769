import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { FormEvent, ReactNode } from 'react'
import { cx } from './cx.ts'
import { useReturnFocus } from './return-focus.ts'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
  /** Given, the whole panel is a form, and a submit button in the footer sends it. */
  onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined
  size?: 'small' | 'normal' | 'wide' | undefined
  /** A press outside does not close it: for what has been typed, and for what cannot be taken back. */
  guarded?: boolean | undefined
  role?: 'dialog' | 'alertdialog' | undefined
  /** Has the focus first; otherwise the first control. */
  initialFocus?: { current: HTMLElement | null } | undefined
}

const WIDTHS = { small: 'sm:max-w-md', normal: 'sm:max-w-lg', wide: 'sm:max-w-3xl' } as const

/** A window over the page: focus is kept inside and given back, Escape closes, long content scrolls within. */
export function Dialog({ open, onOpenChange, role = 'dialog', size = 'normal', ...props }: DialogProps) {
  const { title, description, children, footer, onSubmit, guarded = false, initialFocus } = props
  const returnFocus = useReturnFocus(open)

  const panel = (
    <>
      <header className="flex items-start gap-3 px-5 pt-5 pb-3">
        <div className="min-w-0 flex-1">
          <Primitive.Title className="text-balance font-semibold text-lg [overflow-wrap:anywhere]">
            {title}
          </Primitive.Title>
          {description && (
            <Primitive.Description className="mt-1 text-ink-muted text-md">
              {description}
            </Primitive.Description>
          )}
        </div>
        <Primitive.Close
          aria-label="Close"
          className="-mt-1 -mr-1.5 grid size-control shrink-0 place-items-center rounded-control text-ink-muted hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </Primitive.Close>
      </header>
      {children !== undefined && (
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-1 pb-5">{children}</div>
      )}
      {footer && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {footer}
        </footer>
      )}
    </>
  )
  const column = 'flex min-h-0 flex-1 flex-col'

  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 grid animate-fade items-end justify-items-center bg-scrim sm:place-items-center sm:p-6">
          <Primitive.Content
            role={role}
            {...(description ? {} : { 'aria-describedby': undefined })}
            onCloseAutoFocus={returnFocus}
            onOpenAutoFocus={(event) => {
              if (!initialFocus?.current) return
              event.preventDefault()
              initialFocus.current.focus()
            }}
            onInteractOutside={(event) => {
              const toast = event.target instanceof Element && event.target.closest('[data-sonner-toaster]')
              if (guarded || toast) event.preventDefault()
            }}
            className={cx(
              'flex max-h-[calc(100dvh-1.5rem)] w-full animate-pop flex-col overflow-hidden rounded-t-card bg-raised shadow-float focus:outline-none sm:max-h-[calc(100dvh-3rem)] sm:rounded-card',
              WIDTHS[size],
            )}
          >
            {onSubmit ? (
              <form
                noValidate
                className={column}
                onSubmit={(event) => {
                  event.stopPropagation() // a form around the dialog in React's tree is not meant
                  event.preventDefault()
                  onSubmit(event)
                }}
              >
                {panel}
              </form>
            ) : (
              <div className={column}>{panel}</div>
            )}
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
