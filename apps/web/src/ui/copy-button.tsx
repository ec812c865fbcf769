import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { copyText } from './copy-text.ts'

type CopyButtonProps = {
  text: string
  /** "Copy" unless said otherwise, e.g. "Copy link". */
  label?: string | undefined
  /** What it copies, for those who do not see what stands beside it. */
  of?: string | undefined
  variant?: ButtonProps['variant']
  disabledReason?: string | undefined
}

/** Copies and says so. Where the browser refuses (plain http), it says that instead. */
export function CopyButton({ text, label = 'Copy', of, variant = 'quiet', disabledReason }: CopyButtonProps) {
  const [said, setSaid] = useState<'Copied' | 'Copy it by hand'>()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(setSaid, 2500, undefined)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    setSaid((await copyText(text)) ? 'Copied' : 'Copy it by hand')
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
        {of && <span className="sr-only"> {of}</span>}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
