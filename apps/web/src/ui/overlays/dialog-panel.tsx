import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { FormEvent, ReactNode } from 'react'
import { cx } from '../cx.ts'
import type { DialogProps } from '../dialog.tsx'

const WIDTHS = { small: 'sm:max-w-md', normal: 'sm:max-w-lg', wide: 'sm:max-w-3xl' } as const

/** What was refused at once; the first of it is gone to, since it may have been scrolled out of sight. */
const INVALID = ':is(input, select, textarea)[aria-invalid=true], [data-invalid] input:enabled'

/** The open half of `Dialog`. */
export function DialogPanel(props: Omit<DialogProps, 'open'> & { onClosed: (event: Event) => void }) {
  const { onOpenChange, onClosed, role = 'dialog', size = 'normal', guarded = false, initialFocus } = props
  const { title, description, children, footer, onSubmit } = props

  return (
    <Primitive.Root open onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 grid animate-fade items-end justify-items-center bg-scrim sm:place-items-center sm:p-6">
          <Primitive.Content
            role={role}
            {...(description ? {} : { 'aria-describedby': undefined })}
            onCloseAutoFocus={onClosed}
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
            <Body onSubmit={onSubmit}>
              {/* First in sight, last in the order of the keyboard: the first stop is the first control. */}
              <header className="px-5 pt-5 pr-14 pb-3">
                <Primitive.Title className="text-balance font-semibold text-lg [overflow-wrap:anywhere]">
                  {title}
                </Primitive.Title>
                {description && (
                  <Primitive.Description className="mt-1 text-ink-muted">{description}</Primitive.Description>
                )}
              </header>
              {children !== undefined && (
                <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1 pb-5">
                  {children}
                </div>
              )}
              {footer && (
                <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
                  {footer}
                </footer>
              )}
              <Primitive.Close
                type="button"
                aria-label="Close"
                className="absolute top-3.5 right-3.5 grid size-control place-items-center rounded-control text-ink-muted hover:bg-hover hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </Primitive.Close>
            </Body>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

type BodyProps = { onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined; children: ReactNode }

function Body({ onSubmit, children }: BodyProps) {
  const column = 'relative flex min-h-0 flex-1 flex-col'
  if (!onSubmit) return <div className={column}>{children}</div>
  return (
    <form
      noValidate
      className={column}
      onSubmit={(event) => {
        event.stopPropagation() // a form around the dialog in React's tree is not meant
        event.preventDefault()
        onSubmit(event)
        const form = event.currentTarget
        requestAnimationFrame(() => form.querySelector<HTMLElement>(INVALID)?.focus())
      }}
    >
      {children}
    </form>
  )
}
