import { setTimeout as pause } from 'node:timers/promises'
import type { OrganizationId, WebhookId } from '@roster/domain'
import type { Deps } from '../platform/call.ts'
import type { WebhookLog, WebhookPort } from './attempt.ts'
import { type DueEndpoint, dueEndpoints, nextDue } from './due.ts'
import { endpointsBehind, fanOut } from './fan-out.ts'
import { sendBatch } from './lane.ts'

export interface WebhookWorker {
  /** Begins nothing new, waits a moment for what is under way, and gives up the rest, which is sent again later. */
  stop(): Promise<void>
}

/** Endpoints served at once. Those that are slow or take nothing have lanes of their own, and never those of others. */
const QUICK_LANES = 16
const SLOW_LANES = 8
const LONGEST_SLEEP_MS = 30_000
/** Lets a burst of commits become one pass. */
const NUDGE_MS = 20
/** After the database could not be asked. */
const TROUBLE_MS = 1_000
/** Open pages are told of deliveries as often at the most. */
const TELL_EVERY_MS = 500
const GRACE_MS = 3_000

interface Lane {
  readonly alone: boolean
  readonly done: Promise<void>
}

/**
 * Sends what the trail says to whoever wants it, forever, woken by commits and by the clock. Endpoints take turns, a
 * batch each, so none waits for another's backlog or its silence.
 */
export function startWebhookWorker(deps: Deps, port: WebhookPort, log: WebhookLog): WebhookWorker {
  const giveUp = new AbortController()
  const lanes = new Map<WebhookId, Lane>()
  /** When each endpoint had its last turn, in turns. */
  const turns = new Map<WebhookId, number>()
  const slow = new Set<WebhookId>()
  const touched = new Set<OrganizationId>()
  let turn = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let telling: NodeJS.Timeout | undefined
  let passing: Promise<void> | null = null
  let again = false

  const wakeIn = (milliseconds: number) => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(begin, milliseconds)
  }
  const begin = () => {
    if (stopped) return
    if (passing) {
      again = true
      return
    }
    again = false
    passing = pass()
      .catch((error: unknown) => {
        log.error({ err: error }, 'webhooks could not be read')
        return TROUBLE_MS
      })
      .then((sleep) => {
        passing = null
        wakeIn(again ? NUDGE_MS : sleep)
      })
  }
  /** Answers after how long to look again. */
  const pass = async (): Promise<number> => {
    const more = await fanOutOnce(deps)
    if (stopped) return LONGEST_SLEEP_MS
    const isSlow = ({ id, failing }: DueEndpoint) => failing || slow.has(id)
    const free = (alone: boolean) =>
      (alone ? SLOW_LANES : QUICK_LANES) - [...lanes.values()].filter((lane) => lane.alone === alone).length
    const waiting = (await dueEndpoints(deps.reader, deps.clock()))
      .filter(({ id }) => !lanes.has(id))
      .sort((a, b) => (turns.get(a.id) ?? 0) - (turns.get(b.id) ?? 0))
    for (const endpoint of waiting) {
      const alone = isSlow(endpoint)
      if (!stopped && free(alone) > 0) open(endpoint, alone)
    }
    if (more) return 0
    const due = await nextDue(deps.reader)
    return due === null ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, Math.max(1_000, due - deps.clock()))
  }
  const open = (endpoint: DueEndpoint, alone: boolean) => {
    turns.set(endpoint.id, ++turn)
    const done = sendBatch(deps, port, log, endpoint, { alone, signal: giveUp.signal })
      .then(({ sent, quick }) => {
        if (quick) slow.delete(endpoint.id)
        else slow.add(endpoint.id)
        if (sent > 0) tell(endpoint.organization)
        return NUDGE_MS
      })
      .catch((error: unknown) => {
        log.error({ err: error, webhook: endpoint.id }, 'a webhook could not be served')
        return pause(TROUBLE_MS, TROUBLE_MS, { signal: giveUp.signal }).catch(() => 0)
      })
      .then((soon) => {
        lanes.delete(endpoint.id)
        if (passing) again = true
        else wakeIn(soon)
      })
    lanes.set(endpoint.id, { alone, done })
  }
  const tell = (organization: OrganizationId) => {
    touched.add(organization)
    telling ??= setTimeout(tellNow, TELL_EVERY_MS)
  }
  const tellNow = () => {
    clearTimeout(telling)
    telling = undefined
    for (const organization of touched) deps.changes.publish({ slice: 'webhooks', organization })
    touched.clear()
  }
  const unsubscribe = deps.changes.subscribe(() => {
    if (passing) again = true
    else wakeIn(NUDGE_MS)
  })
  begin()
  return {
    async stop() {
      stopped = true
      unsubscribe()
      clearTimeout(timer)
      await passing
      const ended = Promise.all([...lanes.values()].map(({ done }) => done))
      const grace = setTimeout(() => giveUp.abort(), GRACE_MS)
      await ended
      clearTimeout(grace)
      tellNow()
    },
  }
}

/** One step of every endpoint that is behind; whether there is more to do at once. */
async function fanOutOnce(deps: Deps): Promise<boolean> {
  let more = false
  for (const behind of await endpointsBehind(deps.reader)) {
    const stepped = await fanOut(deps, behind)
    more = more || stepped.more
  }
  return more
}

/** Sends everything that is due now, to its end. For tests, which have no patience for timers. */
export async function sendAllWebhooks(deps: Deps, port: WebhookPort, log: WebhookLog): Promise<void> {
  const { signal } = new AbortController()
  for (;;) {
    const more = await fanOutOnce(deps)
    const due = await dueEndpoints(deps.reader, deps.clock())
    if (due.length === 0 && !more) return
    await Promise.all(due.map((endpoint) => sendBatch(deps, port, log, endpoint, { alone: false, signal })))
  }
}
