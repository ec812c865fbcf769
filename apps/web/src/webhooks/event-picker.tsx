import { EVENT_TYPES, type EventSubject, subjectOf } from '@roster/domain'
import { ACTION_NAMES } from '../audit/actions.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { count } from '../ui/number.ts'
import { eventsAbout, type PickedEvents, pickedOf, withTicked } from './picked-events.ts'
import { Unfolding } from './unfolding.tsx'
import { midway, SUBJECTS } from './words.ts'

type EventPickerProps = { picked: PickedEvents; onPick: (picked: PickedEvents) => void }

/** In the order in which people look for them. */
const IN_ORDER: readonly EventSubject[] = Object.keys(SUBJECTS).flatMap(
  (name) => EVENT_TYPES.map(subjectOf).find((subject) => subject === name) ?? [],
)

/** Which events are sent: every one, all about something, or single ones. */
export function EventPicker({ picked, onPick }: EventPickerProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-sm">Events</legend>
      <Checkbox
        checked={picked.every}
        onChange={(every) => onPick(pickedOf(every ? ['*'] : []))}
        label="Every event"
        hint="Also those that later versions of Roster add."
      />
      {!picked.every && (
        <div className="mt-1.5 overflow-clip rounded-control border border-line">
          {IN_ORDER.map((subject) => (
            <Subject key={subject} subject={subject} picked={picked} onPick={onPick} />
          ))}
        </div>
      )}
    </fieldset>
  )
}

function Subject({ subject, picked, onPick }: EventPickerProps & { subject: EventSubject }) {
  const types = eventsAbout(subject)
  const chosen = types.filter((type) => picked.types.has(type)).length
  const all = chosen === types.length
  return (
    <div className="border-line border-b last:border-b-0">
      <Unfolding
        summary={
          <>
            <span className="font-medium">{SUBJECTS[subject]}</span>
            <span className="ml-auto shrink-0 text-ink-muted text-xs tabular-nums">
              {all ? 'All' : `${count(chosen)} of ${count(types.length)}`}
            </span>
          </>
        }
      >
        <div className="grid gap-x-6 px-3 py-1.5 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <Checkbox
              checked={all}
              indeterminate={chosen > 0 && !all}
              onChange={(on) => onPick(withTicked(picked, types, on))}
              label={`Everything about ${midway(SUBJECTS[subject])}`}
            />
          </div>
          {types.map((type) => (
            <Checkbox
              key={type}
              checked={picked.types.has(type)}
              onChange={(on) => onPick(withTicked(picked, [type], on))}
              label={ACTION_NAMES[type]}
              hint={<code className="font-mono text-xs">{type}</code>}
            />
          ))}
        </div>
      </Unfolding>
    </div>
  )
}
