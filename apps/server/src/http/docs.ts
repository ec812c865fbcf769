import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const BUILT = fileURLToPath(new URL('../../../docs/dist', import.meta.url))
const ONE_YEAR_SECONDS = 31_536_000
const NOWHERE = '/docs/404.html'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Compressed beside itself by the build, in the order in which they are preferred. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

interface Held {
  readonly body: Buffer
  readonly tag: string
}

/**
 * Serves the built documentation under `/docs`, with `/llms.txt` and `/llms-full.txt` for agents. Only files that were
 * there at the start are served, so no path can lead out of the folder. A page asked for as `text/markdown` is its
 * `.md` twin.
 */
export function serveDocs(app: FastifyInstance, directory: string = BUILT): void {
  const files = new Set(filesIn(directory))
  const held = new Map<string, Held>()
  const hold = (path: string): Held => {
    const known = held.get(path)
    if (known) return known
    const body = readFileSync(join(directory, path))
    const made = { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
    held.set(path, made)
    return made
  }

  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const asked = pathOf(request)
    const found = fileFor(asked, request.headers.accept, files)
    if (!found && (files.size === 0 || extname(asked) !== ''))
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send(nothing(files.size === 0))
    const file = found ?? NOWHERE
    const hashed = file.startsWith('/docs/assets/')
    reply
      .code(found ? 200 : 404)
      .header('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
      .header('cache-control', hashed ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache')
      .header('vary', 'Accept, Accept-Encoding')
    const encoding = ENCODINGS.find(
      ([name, ending]) => files.has(file + ending) && accepts(request.headers['accept-encoding'], name),
    )
    if (encoding) reply.header('content-encoding', encoding[0])
    const { body, tag } = hold(file + (encoding?.[1] ?? ''))
    reply.header('etag', tag)
    return found && request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.send(body)
  }
  for (const path of ['/docs', '/docs.md', '/docs/*', '/llms.txt', '/llms-full.txt']) app.get(path, answer)
}

function filesIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length).replaceAll('\\', '/'))
}

function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?')
  return path.replace(/\/+$/, '')
}

function fileFor(path: string, accept: string | undefined, files: ReadonlySet<string>): string | null {
  if (files.has(`${path}.html`))
    return wantsMarkdown(accept) && files.has(`${path}.md`) ? `${path}.md` : `${path}.html`
  const served = extname(path) !== '.html' && ENCODINGS.every(([, ending]) => !path.endsWith(ending))
  return served && files.has(path) ? path : null
}

/** Browsers name HTML; who names Markdown and not HTML before it means Markdown. */
function wantsMarkdown(accept = ''): boolean {
  const markdown = accept.indexOf('text/markdown')
  const html = accept.indexOf('text/html')
  return markdown >= 0 && (html < 0 || markdown < html)
}

function accepts(encodings: string | string[] | undefined, name: string): boolean {
  const wanted = String(encodings ?? '').split(',')
  return wanted.some((one) => {
    const [coding = '', quality = ''] = one.split(';').map((part) => part.trim())
    return coding === name && !/^q=0(?:\.0*)?$/.test(quality)
  })
}

function nothing(unbuilt: boolean): string {
  return unbuilt
    ? 'The documentation is not built. `npm start` builds it; so does `npm run build`.\n'
    : 'There is no such page in the documentation. What there is stands in /llms.txt.\n'
}
