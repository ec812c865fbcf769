import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'
import { Callout } from '../ui/callout.tsx'
import { counted } from '../ui/number.ts'

type Preview = inferRouterOutputs<AppRouter>['reviews']['preview']

/** How much there would be to decide, or why it cannot be started like this; before it is. */
export function StartPreview({
  preview,
  missing,
  failure,
}: {
  preview: Preview | undefined
  /** What is to be chosen before anything can be said. */
  missing: string | undefined
  failure: string | undefined
}) {
  if (failure) return <Callout meaning="danger">{failure}</Callout>
  if (missing) return <p className="text-ink-muted text-sm">{missing}</p>
  if (!preview) return <p className="text-ink-muted text-sm">Looking through who has access…</p>
  if (preview.refusal) return <Callout meaning="warning">{preview.refusal.message}</Callout>
  const { items, shares } = preview
  const sizes = shares.map((share) => share.items)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  return (
    <Callout meaning="info" title={`${counted(items, 'access', 'accesses')} to decide about`}>
      {shares.length === 1
        ? 'One person decides about all of them.'
        : `Shared out among ${counted(shares.length, 'person', 'people')}: ${
            least === most ? `${most} each` : `${least} to ${most} each`
          }.`}{' '}
      What is held at this moment is what is reviewed; whoever gets access later is not part of it.
    </Callout>
  )
}
