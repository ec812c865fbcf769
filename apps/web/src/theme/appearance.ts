import { useSyncExternalStore } from 'react'

/** What a person chose: follow the system, or always one scheme. */
export type Appearance = 'system' | 'light' | 'dark'

const KEY = 'roster.appearance' // read by public/appearance.js before the first paint
const listeners = new Set<() => void>()

function chosen(): Appearance {
  const appearance = document.documentElement.dataset.appearance
  return appearance === 'light' || appearance === 'dark' ? appearance : 'system'
}

/** Shows the scheme at once and remembers it in this browser (or not, when storage is blocked). */
export function setAppearance(appearance: Appearance): void {
  if (appearance === 'system') delete document.documentElement.dataset.appearance
  else document.documentElement.dataset.appearance = appearance
  try {
    if (appearance === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, appearance)
  } catch {
    // The choice then lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The current choice, and the way to change it. */
export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  return [useSyncExternalStore(subscribe, chosen), setAppearance]
}
