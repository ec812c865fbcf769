import type { Swap } from './swap.ts'

/** For `SWAPS`: what is about requests, reviews, domains, templates, exports and imports. */
export const PROCESS_SWAPS: Readonly<Record<string, readonly Swap[]>> = {}
