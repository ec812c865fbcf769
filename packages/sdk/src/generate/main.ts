import { mkdirSync, writeFileSync } from 'node:fs'
import { generated } from './generated.ts'

// Writes the types of the API; with --routes also what is kept in version control and follows the document.
const { types, kept } = generated()
mkdirSync(new URL('../generated', import.meta.url), { recursive: true })
writeFileSync(new URL('../generated/types.ts', import.meta.url), types)
if (process.argv.includes('--routes')) for (const { url, content } of kept) writeFileSync(url, content)
