/** What is said in passing, at the lower edge. */
export type Notice = {
  message: string
  meaning?: 'success' | 'warning' | 'danger' | undefined
  /** Takes it back; only where that really works. */
  undo?: (() => void) | undefined
  /** Another way on, e.g. { label: 'Show', onPress }. */
  action?: { label: string; onPress: () => void } | undefined
}

let waiting: readonly Notice[] = []
const listeners = new Set<() => void>()

/** Says it, once the toaster's code is there. Results that matter belong into the page, not only here. */
export function notify(notice: Notice): void {
  waiting = [...waiting, notice]
  for (const listener of listeners) listener()
}

/** For the toaster: hears of new notices. */
export function onNotice(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For the toaster: what is waiting. */
export function waitingNotices(): readonly Notice[] {
  return waiting
}

/** For the toaster: takes what is waiting, once. */
export function takeNotices(): readonly Notice[] {
  const taken = waiting
  waiting = []
  return taken
}
