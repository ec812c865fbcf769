import { lazy, Suspense, useState } from 'react'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { VerifyAddress } from './verify-address.tsx'

const ChangeEmail = lazy(() => import('./change-email.tsx').then((file) => ({ default: file.ChangeEmail })))

/** One's address, whether it is verified, and the way to another one. */
export function EmailAddress({ me: { email, verified } }: { me: { email: string; verified: boolean } }) {
  const [changing, setChanging] = useState(false)
  const [asked, setAsked] = useState<string>()
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex min-w-0 flex-wrap items-center gap-2">
          <span className="min-w-0 [overflow-wrap:anywhere]">{email}</span>
          {verified ? (
            <Badge meaning="success">Verified</Badge>
          ) : (
            <Badge meaning="warning">Not verified</Badge>
          )}
        </p>
        <Button onClick={() => setChanging(true)}>Change address</Button>
      </div>
      {asked && asked !== email && (
        <Callout meaning="info" title={`A mail is on its way to ${asked}`} announced>
          Your address changes when you open the link in it. Until then {email} stays.
        </Callout>
      )}
      <VerifyAddress />
      {changing && (
        <Suspense>
          <ChangeEmail email={email} onClose={() => setChanging(false)} onAsked={setAsked} />
        </Suspense>
      )}
    </div>
  )
}
