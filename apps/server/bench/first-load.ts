import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUILT = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Bytes of gzipped JavaScript that a browser fetches before it can show the page of members; null unbuilt. */
export function firstLoadBytes(): number | null {
  const page = join(BUILT, 'index.html')
  if (!existsSync(page)) return null
  const html = readFileSync(page, 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) =>
    join(BUILT, path),
  )
  const files = new Set<string>()
  for (const script of scripts) follow(script, files)
  for (const route of membersRoutes([...files])) follow(route, files)
  return [...files].reduce((bytes, file) => bytes + gzippedBytes(file), 0)
}

/** A file and whatever it imports when it is loaded; what is imported later, on demand, is not followed. */
function follow(file: string, known: Set<string>): void {
  if (known.has(file)) return
  known.add(file)
  const text = readFileSync(file, 'utf8')
  const imports = /(?:^|[;}\s])(?:import|export)(?:[\w$*{}\s,]+?from)?\s*["']([^"']+\.js)["']/g
  for (const [, path = ''] of text.matchAll(imports)) follow(join(dirname(file), path), known)
}

/** The file that the route of the members page imports, found by the name of its component. */
function membersRoutes(files: readonly string[]): readonly string[] {
  const routes = files.flatMap((file) => {
    const [before] = readFileSync(file, 'utf8').split(/["'`]MembersPage["'`]/)
    const path = [...(before ?? '').matchAll(/import\(["'`](\.\/[^"'`]+\.js)["'`]\)/g)].at(-1)?.[1]
    return path && /["'`]MembersPage["'`]/.test(readFileSync(file, 'utf8')) ? [join(dirname(file), path)] : []
  })
  if (routes.length === 0) throw new Error('the built dashboard has no route called MembersPage')
  return routes
}

function gzippedBytes(file: string): number {
  return existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file)).length
}
