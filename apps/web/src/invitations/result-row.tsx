import { Badge } from '../ui/badge.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import type { Sent } from './sending.ts'

/** One recipient and what became of them. */
export function ResultRow({ result }: { result: Sent }) {
  const { entry, outcome } = result
  return (
    <li className="flex min-h-11 items-center gap-3 px-3 py-1.5 text-sm">
      <span className="min-w-0 flex-1">
        <bdi dir="ltr" className="block truncate font-medium" title={entry.text}>
          {entry.text}
        </bdi>
        {outcome === 'refused' && <span className="block text-pretty text-ink-muted">{result.why}</span>}
        {outcome === 'resent' && (
          <span className="block text-pretty text-ink-muted">
            The link from before does not work any more.
          </span>
        )}
      </span>
      {outcome === 'refused' ? (
        <Badge meaning={result.mendable ? 'danger' : 'neutral'}>Not invited</Badge>
      ) : (
        <>
          <Badge meaning="success">{outcome === 'sent' ? 'Invited' : 'Re-sent'}</Badge>
          <CopyButton text={result.link} label="Copy link" />
        </>
      )}
    </li>
  )
}
