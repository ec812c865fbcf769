import { fileURLToPath } from 'node:url'
import { generated } from './reference/generated.ts'
import { buildSite } from './site/build-site.ts'
import { readSources } from './site/read-sources.ts'
import { writeSite } from './site/write-site.ts'

// Builds what apps/server serves under /docs: `node src/build.ts`.
const folder = fileURLToPath(new URL('..', import.meta.url))
const site = await buildSite([...readSources(folder), ...generated()], `${folder}images`)
writeSite(site.files, `${folder}dist`)
