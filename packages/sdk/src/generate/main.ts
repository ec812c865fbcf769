import { mkdirSync, writeFileSync } from 'node:fs'
import { generated } from './generated.ts'

// Writes what of the clients follows from the document of the API: types and table of this one, resources of Python's.
mkdirSync(new URL('../generated', import.meta.url), { recursive: true })
for (const { url, content } of generated().files) writeFileSync(url, content)
