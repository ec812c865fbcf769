import { CopyButton } from './copy-button.tsx'

type LiteralProps = {
  label: string
  children: string
  /** What is copied, where it is not what is shown. */
  copied?: string | undefined
}

/** Text of a machine, as long as it is: lines are broken, and it scrolls within itself. */
export function Literal({ label, children, copied }: LiteralProps) {
  return (
    <figure className="min-w-0">
      <div className="flex items-center justify-between gap-2">
        <figcaption className="text-ink-muted text-xs">{label}</figcaption>
        <CopyButton text={copied ?? children} of={label} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-72 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere] rounded-control border border-line bg-sunken px-3 py-2 font-mono text-xs"
      >
        {children}
      </pre>
    </figure>
  )
}
