import { Callout } from '../ui/callout.tsx'
import { Code } from '../ui/code.tsx'
import { count, counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { Verification as Verdict } from './types.ts'

/** What recomputing the chain found, in the page. */
export function VerificationResult({ verdict, at }: { verdict: Verdict; at: number }) {
  if (!verdict.intact) {
    return (
      <Callout meaning="danger" announced title={`The trail is broken at entry ${count(verdict.brokenAt)}`}>
        <p>
          {verdict.message} What comes before it is as it was written. Keep a copy of the data directory and
          compare it with a backup before anybody works on it.
        </p>
      </Callout>
    )
  }
  const { entries, checkpoint, lastHash, from, to } = verdict
  return (
    <Callout
      meaning="success"
      announced
      title={`The trail is intact: ${counted(entries, 'entry', 'entries')}, recomputed`}
    >
      <div className="flex flex-col gap-2">
        <p>
          {from !== null && to !== null && (
            <>
              From <Time at={from} as="date" /> to <Time at={to} as="date" />, checked <Time at={at} />.{' '}
            </>
          )}
          Note the number and the last hash somewhere else: as long as that entry has that hash, nothing
          before it was touched.
        </p>
        {checkpoint && (
          <p>
            It begins after entry {count(checkpoint.sequence)}: what is older was deleted, as the policies of
            the organization say. The hash of that entry, {checkpoint.hash.slice(0, 12)}…, is what the first
            one left was hashed with.
          </p>
        )}
        <div className="text-ink">
          <Code block>{lastHash}</Code>
        </div>
      </div>
    </Callout>
  )
}
