import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { RoleBadge } from '../members/role-badge.tsx'
import { RefusedList } from '../pages/refused-list.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Name } from '../ui/name.tsx'
import { count, counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { Block, Folded, Line } from './fold.ts'
import { PermissionList } from './permission-list.tsx'

const BLOCKS = 30
const NAMES = 8

/** What will happen, before it does: refusals first, then who gains and loses what, what stays folded. */
export function PreviewPanel({ folded }: { folded: Folded }) {
  const { refused, blocks, unchanged } = folded
  const [all, setAll] = useState(false)
  const shown = all ? blocks : blocks.slice(0, BLOCKS)
  return (
    <section
      aria-label="What would happen"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex flex-col gap-4 rounded-control"
    >
      {refused.length > 0 && (
        <Callout
          meaning="warning"
          announced
          title={`${counted(refused.length, 'change is', 'changes are')} not possible and will be left out`}
        >
          <RefusedList refused={refused} />
        </Callout>
      )}
      {shown.map((block) => (
        <BlockCard key={block.subjects[0]?.id} block={block} />
      ))}
      {blocks.length > shown.length && (
        <Button onClick={() => setAll(true)}>
          Show {counted(blocks.length - shown.length, 'more', 'more')}
        </Button>
      )}
      {unchanged.length > 0 && (
        <details className="rounded-control border border-line px-3 py-2 text-sm">
          <summary className="cursor-pointer text-ink-muted">
            {counted(unchanged.length, 'keeps what they have', 'keep what they have')}
          </summary>
          <ul className="mt-2 flex max-h-40 flex-col gap-1 overflow-y-auto">
            {unchanged.map(({ id, name, projects }) => (
              <li key={id}>
                <Name>{name}</Name> <span className="text-ink-muted">in {projects.join(', ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function BlockCard({ block: { subjects, lines } }: { block: Block }) {
  const [all, setAll] = useState(false)
  const shown = all ? subjects : subjects.slice(0, NAMES)
  const people = subjects.reduce((sum, one) => sum + (one.people ?? 0), 0)
  return (
    <article className="rounded-card border border-line">
      <h3 className="flex flex-wrap gap-x-1.5 border-line border-b bg-sunken px-3 py-2 text-sm">
        {subjects.length > 1 && <span className="text-ink-muted">{count(subjects.length)}:</span>}
        {shown.map(({ id, name }, at) => (
          <span key={id} className="inline-flex min-w-0 max-w-full font-medium">
            <Name>{name ?? ''}</Name>
            {at < shown.length - 1 && ','}
          </span>
        ))}
        {subjects.length > shown.length && (
          <button
            type="button"
            className="rounded-mark text-accent-ink underline"
            onClick={() => setAll(true)}
          >
            and {count(subjects.length - shown.length)} more
          </button>
        )}
        {people > 0 && <span className="text-ink-muted">({counted(people, 'person', 'people')})</span>}
      </h3>
      {lines.map((line) => (
        <LineRows key={line.projects[0]} line={line} />
      ))}
    </article>
  )
}

function LineRows({ line: { projects, from, to, gains, losses } }: { line: Line }) {
  return (
    <div className="border-line not-last:border-b px-3 py-2.5 text-sm">
      <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 max-w-full">
          <span className="text-ink-muted">In </span>
          <Name strong>{projects.join(', ')}</Name>
        </span>
        <span className="inline-flex items-center gap-1.5">
          {from ? <RoleBadge role={from} /> : <span className="text-ink-muted">no role</span>}
          <ArrowRight aria-label="to" className="size-3.5 text-ink-faint" />
          {to ? <RoleBadge role={to} /> : <span className="text-ink-muted">no role</span>}
        </span>
        {to?.expiresAt && (
          <span className="text-ink-muted">
            until <Time at={to.expiresAt} as="date" />
          </span>
        )}
        {from?.expiresAt && to && to.expiresAt === null && (
          <span className="text-ink-muted">
            no longer ends on <Time at={from.expiresAt} as="date" />
          </span>
        )}
      </p>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <div>
          <h4 className="text-ink-muted text-xs">Gains</h4>
          <PermissionList permissions={gains} kind="gains" />
        </div>
        <div>
          <h4 className="text-ink-muted text-xs">Loses</h4>
          <PermissionList permissions={losses} kind="losses" />
        </div>
      </div>
    </div>
  )
}
