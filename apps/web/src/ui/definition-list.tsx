import type { ReactNode } from 'react'

type DefinitionListProps = { items: readonly { term: string; value: ReactNode }[] }

/** Names and their values, in two columns where there is room. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className="divide-y divide-line text-sm">
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-4 py-2 first:pt-0 last:pb-0 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="text-ink-muted">{term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
