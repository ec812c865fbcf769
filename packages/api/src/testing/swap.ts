import type { House } from './house.ts'
import type { Things } from './things.ts'

/** What may come back for an id of another organization. */
type Answer = 'not-found' | 'link-invalid' | 'cursor-invalid' | 'nothing'

export interface Swap {
  /** The field in which the other organization's id stands. */
  readonly field: string
  readonly input: (acme: Things, globex: Things, home: House) => unknown
  readonly answer: Answer
}

export const swap = (field: string, input: Swap['input'], answer: Answer = 'not-found'): Swap => ({
  field,
  input,
  answer,
})
export const inAcme =
  (fields: (globex: Things, acme: Things) => object): Swap['input'] =>
  ({ organization, ...acme }, globex) => ({ organization, ...fields(globex, { organization, ...acme }) })
