import { createContext, useContext } from 'react'

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean }

/** Set by a `Field` for the control inside it. */
export const FieldContext = createContext<Wiring | undefined>(undefined)

/** What a control inside a `Field` puts on its element; outside of one, nothing. */
export function useFieldWiring() {
  const wiring = useContext(FieldContext)
  if (!wiring) return {}
  return {
    id: wiring.id,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid || undefined,
    'aria-required': wiring.required || undefined,
  }
}
