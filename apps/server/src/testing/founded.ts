import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FIRST, running } from './running.ts'

/** A data directory with Ada and her organization in it, and no server on it; whoever asked for it removes it. */
export async function founded(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'roster-data-'))
  const server = await running({ ROSTER_DATA: data })
  await server.call('identity.setUp', { ...FIRST, secret: server.secret })
  await server.stopKeepingData()
  return data
}
