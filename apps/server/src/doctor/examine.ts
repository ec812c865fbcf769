import { publicAddress } from './address.ts'
import type { Check, Finding, Health, Patient } from './check.ts'
import { auditTrail, clock, integrity, journal, schema } from './database.ts'
import { dataDirectory, instanceKey, lastBackup, server } from './files.ts'
import { diskSpace, nodeVersion, sqlite } from './machine.ts'
import { mailServer, outbox } from './mail.ts'

/** Everything that is looked at, in this order. */
const CHECKS: readonly Check[] = [
  nodeVersion,
  sqlite,
  dataDirectory,
  instanceKey,
  diskSpace,
  schema,
  journal,
  integrity,
  auditTrail,
  clock,
  lastBackup,
  outbox,
  mailServer,
  publicAddress,
  server,
]

export interface Examined extends Finding {
  readonly id: string
  readonly title: string
}

/** Looks at everything, one after the other, and tells each finding as it comes. What cannot be looked at is a problem. */
export async function* examine(patient: Patient): AsyncGenerator<Examined> {
  for (const { id, title, look } of CHECKS) {
    yield { id, title, ...(await lookedAt(() => look(patient))) }
  }
}

async function lookedAt(look: () => Promise<Finding> | Finding): Promise<Finding> {
  try {
    return await look()
  } catch (reason) {
    const found = reason instanceof Error ? reason.message : String(reason)
    return { health: 'problem', found, mend: 'This could not be looked at; mend what is above first.' }
  }
}

const ORDER = ['ok', 'warning', 'problem'] as const satisfies readonly Health[]

/** The worst of all. */
export function worst(findings: readonly Finding[]): Health {
  return ORDER.findLast((health) => findings.some((one) => one.health === health)) ?? 'ok'
}
