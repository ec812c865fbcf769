import { useHere } from '../organizations/here.ts'
import { Code } from '../ui/code.tsx'
import { dayAt } from '../ui/days.ts'
import { count } from '../ui/number.ts'
import { Section } from '../ui/section.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { Evidence } from './types.ts'

/** The entries of the trail that prove it, with their hashes, each leading to the trail for who may read it. */
export function OffboardEntries({ evidence: { entries, at } }: { evidence: Evidence }) {
  const { organization, may } = useHere()
  const day = dayAt(at)
  return (
    <Section
      title="What proves it"
      description="Each entry of the audit trail holds the hash of the one before it, so none can be changed unseen."
    >
      <ul className="divide-y divide-line text-sm">
        {entries.map(({ sequence, hash }) => (
          <li key={sequence} className="flex flex-col gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0 sm:flex-row">
            <span className="shrink-0 sm:basis-28">
              {may('audit.read') ? (
                <TextLink
                  link={{
                    to: '/$organization/audit',
                    params: { organization },
                    search: { from: day, to: day, entry: sequence },
                  }}
                >
                  Entry {count(sequence)}
                </TextLink>
              ) : (
                `Entry ${count(sequence)}`
              )}
            </span>
            <Code>{hash}</Code>
          </li>
        ))}
      </ul>
    </Section>
  )
}
