import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LinkTarget } from './link-target.ts'
import { count } from './number.ts'
import { Skeleton } from './skeleton.tsx'

type StatTileProps = {
  label: string
  /** `undefined` while unknown. */
  value: number | undefined
  /** What it means, or how it changed. */
  note?: ReactNode
  link?: LinkTarget | undefined
}

/** One number at a glance, leading to what it counts. */
export function StatTile({ label, value, note, link }: StatTileProps) {
  const inner = (
    <>
      <span className="block text-ink-muted text-sm">{label}</span>
      <span className="block font-semibold text-title tabular-nums">
        {value === undefined ? <Skeleton className="my-1.5 h-4 w-12" /> : count(value)}
      </span>
      {note && <span className="block text-ink-faint text-xs">{note}</span>}
    </>
  )
  const box = 'block min-w-0 rounded-card border border-line bg-surface px-4 py-3'
  if (!link) return <div className={box}>{inner}</div>
  return (
    <Link {...link} className={`${box} transition-colors hover:border-line-strong hover:bg-hover`}>
      {inner}
    </Link>
  )
}
