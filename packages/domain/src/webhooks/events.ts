import { AUDIT_ACTIONS, type AuditAction, isAuditAction } from '../audit/actions.ts'
import { Refusal } from '../refusal.ts'

/** What happens to an account, outside every organization. */
type OfAccounts = Extract<AuditAction, `instance.${string}` | `identity.${string}`>

/** Everything an organization's trail can say is an event that can be sent. */
export type EventType = Exclude<AuditAction, OfAccounts>
export type EventSubject = EventType extends `${infer Word}.${string}` ? Word : never

/** Which events an endpoint gets: every one, all about a subject, or one kind. */
export type EventFilter = '*' | `${EventSubject}.*` | EventType

/** Whether `text` names an event. */
export function isEventType(text: string): text is EventType {
  return isAuditAction(text) && !/^(instance|identity)\./.test(text)
}

/** Every event there is, in the order of the trail's own list. */
export const EVENT_TYPES: readonly EventType[] = AUDIT_ACTIONS.filter(isEventType)

/** What an event is about: `member` of `member.joined`. */
export function subjectOf(type: EventType): EventSubject {
  const subject = type.slice(0, type.indexOf('.'))
  if (!isSubject(subject)) throw new TypeError(`${type} is about nothing`)
  return subject
}

function isSubject(word: string): word is EventSubject {
  return EVENT_TYPES.some((type) => type.startsWith(`${word}.`))
}

/** Whether `text` is a filter as endpoints keep them. */
export function isEventFilter(text: string): text is EventFilter {
  return text === '*' || isEventType(text) || (text.endsWith('.*') && isSubject(text.slice(0, -2)))
}

/**
 * The filters of an endpoint, each said once: what another one covers is left out, and they stand in the order of the
 * list. Refuses with `invalid-input` for what is no event, and for none at all.
 */
export function eventFilters(texts: readonly string[]): readonly EventFilter[] | Refusal {
  const unknown = texts.find((text) => !isEventFilter(text))
  if (unknown !== undefined) return refuse(`there is no event called “${unknown.slice(0, 60)}”`)
  const given = new Set(texts.filter(isEventFilter))
  if (given.size === 0) return refuse('choose at least one event')
  if (given.has('*')) return ['*']
  const kept: EventFilter[] = []
  for (const type of EVENT_TYPES) {
    const all: EventFilter = `${subjectOf(type)}.*`
    if (given.has(all)) {
      if (!kept.includes(all)) kept.push(all)
    } else if (given.has(type)) kept.push(type)
  }
  return kept
}

/** Whether an endpoint with these filters gets an event. */
export function isWanted(filters: readonly EventFilter[], type: EventType): boolean {
  return filters.some((filter) => filter === '*' || filter === type || filter === `${subjectOf(type)}.*`)
}

function refuse(reason: string): Refusal {
  return new Refusal('invalid-input', { field: 'events', reason })
}
