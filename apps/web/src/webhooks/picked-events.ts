import {
  EVENT_TYPES,
  type EventFilter,
  type EventSubject,
  type EventType,
  isWanted,
  subjectOf,
} from '@roster/domain'

/** What is ticked in the picker. */
export type PickedEvents = {
  /** Also what later versions add. */
  every: boolean
  types: ReadonlySet<EventType>
}

/** The events about a subject. */
export function eventsAbout(subject: EventSubject): readonly EventType[] {
  return EVENT_TYPES.filter((type) => subjectOf(type) === subject)
}

/** What to tick for these filters. */
export function pickedOf(filters: readonly EventFilter[]): PickedEvents {
  return {
    every: filters.includes('*'),
    types: new Set(EVENT_TYPES.filter((type) => isWanted(filters, type))),
  }
}

/** The filters for what is ticked: a subject of which everything is ticked stands for all of it, also what is to come. */
export function filtersOf({ every, types }: PickedEvents): readonly EventFilter[] {
  if (every) return ['*']
  const whole = (subject: EventSubject) => eventsAbout(subject).every((type) => types.has(type))
  const filters = new Set<EventFilter>()
  for (const type of EVENT_TYPES) {
    const subject = subjectOf(type)
    if (types.has(type)) filters.add(whole(subject) ? `${subject}.*` : type)
  }
  return [...filters]
}

/** Ticks events, or takes the ticks away. */
export function withTicked(picked: PickedEvents, types: readonly EventType[], on: boolean): PickedEvents {
  const next = new Set(picked.types)
  for (const type of types) {
    if (on) next.add(type)
    else next.delete(type)
  }
  return { every: false, types: next }
}
