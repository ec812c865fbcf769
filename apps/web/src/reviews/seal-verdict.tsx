import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'
import { Callout } from '../ui/callout.tsx'
import { Code } from '../ui/code.tsx'
import { count } from '../ui/number.ts'

type Verdict = inferRouterOutputs<AppRouter>['reviews']['verify']

/** What computing the seal anew found. */
export function SealVerdict({ verdict: { intact, seal, recorded, sequence } }: { verdict: Verdict }) {
  if (!intact) {
    return (
      <Callout meaning="danger" announced title="The report is not what was sealed">
        <div className="flex flex-col gap-2">
          <p>
            Somebody changed it in the data itself.{' '}
            {recorded !== null && sequence !== null
              ? `Entry ${count(sequence)} of the audit trail has another seal than what the report comes to now:`
              : 'It comes to another seal now:'}
          </p>
          <div className="text-ink">
            <Code block>{seal}</Code>
          </div>
          <p>Keep a copy of the data directory, and compare it with a backup.</p>
        </div>
      </Callout>
    )
  }
  return (
    <Callout meaning="success" announced title="The seal is intact">
      {recorded !== null && sequence !== null
        ? `Computed anew, and the same as in entry ${count(sequence)} of the audit trail.`
        : 'Computed anew, and the same as when it was closed. The entry of the audit trail was deleted meanwhile, as the policies of the organization say.'}
    </Callout>
  )
}
