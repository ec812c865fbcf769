import type { Configuration } from '../configuration.ts'
import type { DataFiles } from '../data-directory.ts'

/** How something is: as it should be, worth a look, or wrong. */
export type Health = 'ok' | 'warning' | 'problem'

export interface Finding {
  readonly health: Health
  /** What was found, in a sentence. */
  readonly found: string
  /** What to do about it. */
  readonly mend?: string
}

/** What is looked at. */
export interface Patient {
  readonly data: DataFiles
  readonly configuration: Configuration
  readonly now: number
  /** Without asking anything on the network. */
  readonly offline: boolean
  /** Entries of the audit trail that were looked at. */
  readonly verified: (entries: number, of: number) => void
}

/** One thing that `roster doctor` looks at. It changes nothing, and may run beside a server. */
export interface Check {
  /** For machines: `audit-trail`. */
  readonly id: string
  readonly title: string
  look(patient: Patient): Promise<Finding> | Finding
}

export const ok = (found: string): Finding => ({ health: 'ok', found })
export const warning = (found: string, mend: string): Finding => ({ health: 'warning', found, mend })
export const problem = (found: string, mend: string): Finding => ({ health: 'problem', found, mend })
