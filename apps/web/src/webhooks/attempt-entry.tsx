import { Badge } from '../ui/badge.tsx'
import { Literal } from '../ui/literal.tsx'
import { count } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { Attempt } from './types.ts'
import { Unfolding } from './unfolding.tsx'
import { answerText, readable } from './words.ts'

/** One request and what was answered; unfolds. */
export function AttemptEntry({ attempt, open }: { attempt: Attempt; open: boolean }) {
  const { number, at, ms, status, reason, requestHeaders, responseHeaders, responseBody } = attempt
  const taken = status !== null && status >= 200 && status < 300
  return (
    <li className="border-line border-b last:border-b-0">
      <Unfolding
        open={open}
        summary={
          <>
            <span className="text-ink-muted tabular-nums">No. {number}</span>
            <Badge meaning={taken ? 'success' : 'danger'}>{answerText(attempt)}</Badge>
            <span className="text-ink-muted text-xs">
              <Time at={at} /> · {count(ms)} ms
            </span>
          </>
        }
      >
        <div className="flex flex-col gap-3 p-3">
          {reason !== null && <p className="text-sm">{reason}</p>}
          <Literal label={`Headers of request ${number}`}>{lines(requestHeaders)}</Literal>
          {status !== null && (
            <Literal label={`Headers of answer ${number}`}>{lines(responseHeaders)}</Literal>
          )}
          {responseBody !== '' && (
            <Literal label={`Body of answer ${number}`}>{readable(responseBody)}</Literal>
          )}
        </div>
      </Unfolding>
    </li>
  )
}

function lines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
