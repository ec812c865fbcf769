import { CopyButton } from './copy-button.tsx'

type CodeProps = {
  children: string
  /** A line of its own with a copy button. */
  block?: boolean | undefined
}

/** What is typed or read literally: a link, an id, a command. */
export function Code({ children, block = false }: CodeProps) {
  if (!block) {
    return (
      <code className="rounded-mark bg-sunken px-1 py-0.5 font-mono text-xs [overflow-wrap:anywhere]">
        {children}
      </code>
    )
  }
  return (
    <div className="flex items-center gap-2 rounded-control border border-line bg-sunken py-1 pr-1 pl-3">
      <code
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto whitespace-nowrap font-mono text-xs leading-6"
      >
        {children}
      </code>
      <CopyButton text={children} />
    </div>
  )
}
