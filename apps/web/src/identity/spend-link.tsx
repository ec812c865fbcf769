import type { ReactNode } from 'react'
import { refusalOf, sentenceOf } from '../api/refusal.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { DeadLink } from './dead-link.tsx'
import { useSecret } from './secret.ts'

type Spent = {
  mutate: (secret: string) => void
  isPending: boolean
  isSuccess: boolean
  error: unknown
}

type SpendLinkProps = {
  title: string
  /** What the press means. */
  children: ReactNode
  /** The verb on the button. */
  action: string
  spending: Spent
  /** Said once it is done. */
  done: { title: string; text: ReactNode }
  /** What to do about a link that opens nothing. */
  dead: ReactNode
}

/** A link out of a mail that does one thing at the press of a button: scanners that open links spend nothing. */
export function SpendLink({ title, children, action, spending, done, dead }: SpendLinkProps) {
  const secret = useSecret()
  const code = refusalOf(spending.error)?.code
  useTitle(spending.isSuccess ? done.title : title)

  if (spending.isSuccess) {
    return (
      <BareFrame title={done.title}>
        <div role="status" className="flex flex-col gap-4 text-pretty">
          <p>{done.text}</p>
          <LinkButton link={{ to: '/' }} variant="primary" size="large" wide>
            Go to Roster
          </LinkButton>
        </div>
      </BareFrame>
    )
  }
  if (secret === '' || code === 'link-invalid' || code === 'not-found') {
    return (
      <DeadLink
        title="This link is not valid any more"
        action={
          <LinkButton link={{ to: '/' }} variant="primary" size="large" wide>
            Go to Roster
          </LinkButton>
        }
      >
        <p>It may have been used already, it may be too old, or a part of it is missing.</p>
        <p>{dead}</p>
      </DeadLink>
    )
  }
  return (
    <BareFrame title={title}>
      <div className="flex flex-col gap-4 text-pretty">
        <p>{children}</p>
        {Boolean(spending.error) && (
          <Callout meaning="danger" announced>
            {sentenceOf(spending.error)}
          </Callout>
        )}
        <Button
          variant="primary"
          size="large"
          wide
          pending={spending.isPending}
          onClick={() => spending.mutate(secret)}
        >
          {action}
        </Button>
      </div>
    </BareFrame>
  )
}
