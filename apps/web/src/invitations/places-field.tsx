import { ChevronRight } from 'lucide-react'
import { type ReactNode, Suspense, useId, useState } from 'react'
import { useProjectLabel } from '../projects/label.ts'
import { cx } from '../ui/cx.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Switch } from '../ui/switch.tsx'
import { GroupsPicker } from './groups-picker.tsx'
import { type PickedPlaces, placesWords } from './places.ts'
import { ProjectsPicker } from './projects-picker.tsx'

type PlacesFieldProps = {
  value: PickedPlaces
  onChange: (value: PickedPlaces) => void
  /** Open from the start: where this is what the dialog is for. */
  open?: boolean | undefined
  children?: ReactNode
}

/** Where an invitation leads besides the organization: folded, and open once there is something in it (D24, I11). */
export function PlacesField({ value, onChange, open = false, children }: PlacesFieldProps) {
  const label = useProjectLabel()
  const filled = value.projects.length + value.groups.length > 0 || value.defaultProjects
  const [shown, setShown] = useState(open || filled)
  const id = useId()
  return (
    <section aria-label={`${label.Many} and groups`} className="rounded-card border border-line">
      <button
        type="button"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
        className="flex min-h-control w-full items-center gap-2 rounded-card px-3 py-2 text-left text-sm hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={cx('size-4 shrink-0 text-ink-faint transition-transform', shown && 'rotate-90')}
        />
        <span className="font-medium">{label.Many} and groups</span>
        <span className="min-w-0 flex-1 truncate text-right text-ink-muted">{placesWords(value, label)}</span>
      </button>
      <div id={id} hidden={!shown} className="flex flex-col gap-5 border-line border-t p-3">
        {shown && (
          <Suspense fallback={<Skeleton className="h-24" />}>
            <ProjectsPicker
              picked={value.projects}
              onChange={(projects) => onChange({ ...value, projects })}
            />
            <GroupsPicker picked={value.groups} onChange={(groups) => onChange({ ...value, groups })} />
            <Switch
              checked={value.defaultProjects}
              onChange={(defaultProjects) => onChange({ ...value, defaultProjects })}
              label={`Add to default ${label.many}`}
              hint={`Those that new members join, with the role each ${label.one} has for them.`}
            />
            {children}
          </Suspense>
        )}
      </div>
    </section>
  )
}
