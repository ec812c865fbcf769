import { count } from './number.ts'

type ProgressBarProps = {
  /** What is under way, e.g. "Inviting". */
  label: string
  done: number
  total: number
}

/** How far something long has come, as a bar and in numbers. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const share = total === 0 ? 100 : Math.round((done / total) * 100)
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-2 text-sm tabular-nums">
        <span className="font-medium">{label}</span>
        <span className="text-ink-muted">
          {count(done)} of {count(total)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={share}
        aria-valuetext={`${count(done)} of ${count(total)}`}
        className="h-2 overflow-hidden rounded-full bg-pressed"
      >
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
