import type { ReactNode } from 'react'
import { BareFrame } from '../frame/bare-frame.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { MailNote } from './mail-note.tsx'

/** What was asked for goes on in the mailbox. */
export function CheckYourMail({ children }: { children: ReactNode }) {
  return (
    <BareFrame
      title="Look into your mail"
      aside={<TextLink link={{ to: '/sign-in' }}>Back to sign-in</TextLink>}
    >
      <div role="status" className="flex flex-col gap-4 text-pretty">
        <p>{children}</p>
        <p className="text-ink-muted">
          Nothing there after a few minutes? Look into the folder for unwanted mail, and check the spelling of
          the address.
        </p>
        <MailNote />
      </div>
    </BareFrame>
  )
}
