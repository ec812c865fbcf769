import { useEffect } from 'react'
import { Toaster, toast } from 'sonner'
import { useAppearance } from '../../theme/appearance.ts'
import { type Notice, takeNotices } from '../notify.ts'

const SECONDS = 1000

/** Sonner, in our clothes. With a way back it stays longer: ten seconds to change one's mind. */
export function Toasts({ waiting }: { waiting: readonly Notice[] }) {
  const [appearance] = useAppearance()

  useEffect(() => {
    if (waiting.length > 0) for (const notice of takeNotices()) say(notice)
  }, [waiting])

  return (
    <Toaster
      theme={appearance}
      position="bottom-right"
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'pointer-events-auto flex w-(--width) items-center gap-3 rounded-card bg-ink px-4 py-3 font-sans text-page text-sm shadow-float',
          content: 'min-w-0 flex-1 [overflow-wrap:anywhere]',
          actionButton:
            'shrink-0 rounded-control border border-current px-2.5 py-1 font-medium text-sm hover:opacity-80',
        },
      }}
    />
  )
}

function say({ message, meaning, undo, action }: Notice): void {
  const way = undo ? { label: 'Undo', onPress: undo } : action
  const options = {
    duration: (way ? 10 : 5) * SECONDS,
    ...(way && { action: { label: way.label, onClick: way.onPress } }),
  }
  if (meaning === 'danger') toast.error(message, options)
  else if (meaning === 'warning') toast.warning(message, options)
  else if (meaning === 'success') toast.success(message, options)
  else toast(message, options)
}
