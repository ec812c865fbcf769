import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type CopyButtonProps = {
  text: string
  /** "Copy" unless said otherwise, e.g. "Copy link". */
  label?: string | undefined
  variant?: ButtonProps['variant']
  disabledReason?: string | undefined
}

/** Copies and says so. Where the browser refuses (plain http), it says that instead. */
export function CopyButton({ text, label = 'Copy', variant = 'quiet', disabledReason }: CopyButtonProps) {
  const [said, setSaid] = useState<'Copied' | 'Copy it by hand'>()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(setSaid, 2500, undefined)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    setSaid((await written(text)) ? 'Copied' : 'Copy it by hand')
  }

  return (
    <>
      <Button
        variant={variant}
        size="small"
        icon={said === 'Copied' ? Check : Copy}
        onClick={() => void copy()}
        disabledReason={disabledReason}
      >
        {said ?? label}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedBySelection(text)
  }
}

/** The old way, for pages on plain http, where browsers offer no clipboard. */
function copiedBySelection(text: string): boolean {
  const active = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sr-only'
  // Inside an open dialog, or its focus trap takes the selection away.
  const host = active?.closest('[role="dialog"],[role="alertdialog"]') ?? document.body
  host.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (active instanceof HTMLElement) active.focus()
  return done
}
