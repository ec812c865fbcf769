import type { LinkTarget } from '../ui/link-target.ts'

/** A number with a name. */
export type Bar = {
  id: string
  label: string
  value: number
  /** It is more than this; how many was not counted. */
  capped?: boolean | undefined
  /** Leads to what it counts. */
  link?: LinkTarget | undefined
  /** Something that went wrong or was lost. */
  quiet?: boolean | undefined
}
