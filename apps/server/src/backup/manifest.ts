import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'

/** The files of a backup; nothing else is read out of one. */
export const BACKUP_FILES = ['instance.key', 'roster.db'] as const
export const MANIFEST = 'manifest.json'

const FileFacts = z.strictObject({
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The last entry of each chain of the audit trail. */
export const Heads = z.array(
  z.strictObject({
    chain: z.string(),
    organization: z.string().nullable(),
    sequence: z.int().min(0),
    hash: z.string().nullable(),
  }),
)

const Manifest = z.strictObject({
  format: z.literal('roster-backup'),
  version: z.literal(1),
  /** Of the Roster that made it. */
  roster: z.string(),
  /** How many migrations the database has seen. */
  schema: z.int().min(1),
  /** RFC 3339, UTC. */
  madeAt: z.iso.datetime(),
  files: z.strictObject({ 'instance.key': FileFacts, 'roster.db': FileFacts }),
  /** The last entry of each chain of the audit trail: whoever keeps this can later prove that nothing before it was touched. */
  chains: Heads,
})

/** What a backup says of itself. */
export type Manifest = z.output<typeof Manifest>

/** Reads a manifest. Throws where it is none, in words for the operator. */
export function manifestIn(text: string): Manifest {
  const parsed = Manifest.safeParse(jsonIn(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.')
  throw new Error(`The manifest of this backup is damaged${where ? ` at ${where}` : ''}. Use another backup.`)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** SHA-256 and length of a file, read in pieces. */
export async function factsOf(path: string): Promise<z.output<typeof FileFacts>> {
  const sum = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) {
    sum.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: sum.digest('hex') }
}

/** A short name for a backup, out of its manifest. */
export function fingerprint(manifest: Manifest): string {
  return hash('sha256', JSON.stringify(manifest.files)).slice(0, 12)
}
