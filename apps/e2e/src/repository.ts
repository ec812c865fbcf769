import { resolve } from 'node:path'

/** The root of the checkout: the only thing a story's setting knows of where it lives. */
export const REPOSITORY = resolve(import.meta.dirname, '../../..')
