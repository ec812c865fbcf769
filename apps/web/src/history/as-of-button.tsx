import { CalendarClock } from 'lucide-react'
import { lazy } from 'react'
import { Button } from '../ui/button.tsx'
import { useMinute } from '../ui/minute.ts'
import { Popover } from '../ui/popover.tsx'
import { dayText } from './utc-day.ts'

const AsOfPanel = lazy(() => import('./as-of-panel.tsx').then((file) => ({ default: file.AsOfPanel })))

type AsOfButtonProps = {
  /** The day that is shown; undefined for the present. */
  day: string | undefined
  onChange: (day: string | undefined) => void
}

/** Shows how things were at the end of a day (UTC), or how they are. */
export function AsOfButton({ day, onChange }: AsOfButtonProps) {
  const now = useMinute()
  return (
    <Popover label="As of" trigger={<Button icon={CalendarClock}>{day ? dayText(day) : 'As of'}</Button>}>
      {(close) => <AsOfPanel day={day} now={now} onChange={onChange} onClose={close} />}
    </Popover>
  )
}
