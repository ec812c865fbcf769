import { posix } from 'node:path'

/** Where all of it is served. */
export const ROOT = '/docs'

/** The address of a page by its path, such as `guides/roles`; the empty path is the first page. */
export function addressOf(path: string): string {
  return path === '' ? ROOT : `${ROOT}/${path}`
}

/** The address of a page's Markdown. */
export function twinOf(path: string): string {
  return `${addressOf(path)}.md`
}

const ELSEWHERE = /^(?:[a-z]+:|\/|#)/

/**
 * Where a link in a page's Markdown leads. Links between pages are written as links between files, so that they work
 * wherever the files are read; `asMarkdown` keeps them among the `.md` twins. What leads elsewhere stays as it is.
 */
export function resolveLink(from: string, href: string, asMarkdown = false): string {
  if (ELSEWHERE.test(href)) return href
  const [file = '', anchor = ''] = href.split(/(?=#)/)
  const target = posix.join(posix.dirname(from === '' ? 'index' : from), file)
  if (!target.endsWith('.md')) return `${ROOT}/${target}${anchor}`
  const path = target.replace(/(?:^|\/)index\.md$|\.md$/, '')
  return (asMarkdown ? twinOf(path) : addressOf(path)) + anchor
}

/** A page's Markdown with every link between files resolved, so that it may be read at any address. */
export function withResolvedLinks(path: string, markdown: string): string {
  let code = false
  return markdown
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) code = !code
      if (code) return line
      return line.replace(/\]\(([^)\s]+)\)/g, (_, href: string) => `](${resolveLink(path, href, true)})`)
    })
    .join('\n')
}
