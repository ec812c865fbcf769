import { Code } from '../ui/code.tsx'

/** How to verify the trail without trusting Roster. */
export function Recipe({ chain }: { chain: string }) {
  return (
    <details className="group mt-6 rounded-card border border-line bg-surface text-sm">
      <summary className="rounded-card px-4 py-3 font-medium hover:bg-hover">
        Verify it without Roster
      </summary>
      <div className="flex max-w-prose flex-col gap-3 px-4 pb-4 text-ink-muted">
        <p>
          Each entry carries a hash: the SHA-256 of the hash before it, a line feed, and the entry’s own text.
          Whoever changes, removes or moves an entry breaks every hash after it.
        </p>
        <p>
          The{' '}
          <a href="/docs/audit" className="underline underline-offset-2 hover:text-ink">
            documentation
          </a>{' '}
          has a script that recomputes all of them with <Code>sqlite3</Code> and <Code>sha256sum</Code> alone,
          on the machine that holds the data. Set <Code>chain</Code> to the id of this organization:
        </p>
        <Code block>{chain}</Code>
      </div>
    </details>
  )
}
