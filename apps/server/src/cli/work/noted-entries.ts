import { z } from 'zod'
import { csvRecords, textOf, UnreadableFile } from './csv-file.ts'

const Noted = z.object({
  sequence: z.coerce.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** An entry of the trail as it was noted elsewhere. */
export type NotedEntry = z.output<typeof Noted>

/** The entries in an export of the audit trail, CSV or JSON. Throws `UnreadableFile` with the line of what is none. */
export async function notedIn(bytes: Uint8Array): Promise<readonly NotedEntry[]> {
  const text = textOf(bytes)
  return text.trimStart().startsWith('[') ? fromJson(text) : fromCsv(text)
}

function fromJson(text: string): readonly NotedEntry[] {
  const parsed = z.array(Noted).safeParse(attempt(text))
  if (parsed.success) return parsed.data
  throw new UnreadableFile('This is no export of the audit trail: each entry needs sequence and hash.')
}

function attempt(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function fromCsv(text: string): readonly NotedEntry[] {
  const [head, ...records] = csvRecords(text, Number.POSITIVE_INFINITY)
  const columns = head?.cells ?? []
  const [sequence, hash] = [columns.indexOf('sequence'), columns.indexOf('hash')]
  if (sequence < 0 || hash < 0)
    throw new UnreadableFile('This is no export of the audit trail: it has no columns sequence and hash.')
  return records.map(({ line, cells }) => {
    const noted = Noted.safeParse({ sequence: cells[sequence], hash: cells[hash] })
    if (!noted.success) throw new UnreadableFile(`Line ${line}: this is no entry of the audit trail.`)
    return noted.data
  })
}
