import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from './stream.ts'

/** What a browser's event source is to us: where it leads, what it hears, and whether it is still there. */
class Source extends EventTarget {
  static readonly CLOSED = 2
  static opened: Source[] = []
  readonly address: string
  readyState = 1

  constructor(address: string) {
    super()
    this.address = address
    Source.opened.push(this)
  }
  tell(type: string, data?: unknown) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }))
  }
  close() {
    this.readyState = Source.CLOSED
  }
}

const onData = vi.fn()
const onLost = vi.fn()
const last = (): Source => Source.opened.at(-1) ?? new Source('none')
const start = () => listen('live.changes', { organization: 'acme' }, { onData, onLost })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
  Source.opened = []
})

test('hands on what is told, until it is not listened to any more', () => {
  const close = start()
  expect(last().address).toBe('/trpc/live.changes?input=%7B%22organization%22%3A%22acme%22%7D')
  last().tell('connected', {})
  last().tell('message', { slice: 'members' })
  expect(onData).toHaveBeenCalledExactlyOnceWith({ slice: 'members' })
  close()
  expect(last().readyState).toBe(Source.CLOSED)
})

test('opens anew after the silence the server names, and not while it pings', () => {
  start()
  last().tell('connected', { reconnectAfterInactivityMs: 40_000 })
  vi.advanceTimersByTime(39_000)
  last().tell('ping')
  vi.advanceTimersByTime(39_000)
  expect(Source.opened).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  expect(Source.opened).toHaveLength(2)
  expect(Source.opened[0]?.readyState).toBe(Source.CLOSED)
})

test('a stream that was closed is not opened again', () => {
  const close = start()
  last().tell('connected', { reconnectAfterInactivityMs: 40_000 })
  close()
  vi.advanceTimersByTime(100_000)
  expect(Source.opened).toHaveLength(1)
})

test('is lost when the server refuses it, and waits for the browser when the server failed', () => {
  start()
  last().tell('serialized-error', { data: { httpStatus: 503 } })
  expect(onLost).not.toHaveBeenCalled()
  last().tell('serialized-error', { data: { httpStatus: 401 } })
  expect(onLost).toHaveBeenCalledOnce()
  expect(last().readyState).toBe(Source.CLOSED)
})

test('is lost when the browser gives up, not while it tries again', () => {
  start()
  last().readyState = 0
  last().dispatchEvent(new Event('error'))
  expect(onLost).not.toHaveBeenCalled()
  last().readyState = Source.CLOSED
  last().dispatchEvent(new Event('error'))
  expect(onLost).toHaveBeenCalledOnce()
})
