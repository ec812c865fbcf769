import markdownIt, { type Renderer, type Token } from 'markdown-it'
import { readFence } from './fence.ts'
import { escapeHtml, highlight } from './highlight.ts'
import { resolveLink } from './links.ts'
import { anchorOf } from './slug.ts'

export interface Heading {
  readonly level: number
  readonly text: string
  readonly anchor: string
}

/** A part of a page under one heading, as text: what is searched. */
export interface Part extends Heading {
  readonly words: string
}

export interface Rendered {
  readonly html: string
  /** The headings below the title, in order. */
  readonly headings: readonly Heading[]
  readonly parts: readonly Part[]
  /** Where its links and pictures lead, resolved. */
  readonly links: readonly string[]
}

/** Languages by the names that people write. */
const LANGUAGE: Readonly<Record<string, string>> = {
  sh: 'bash',
  ts: 'typescript',
  js: 'javascript',
  py: 'python',
  yml: 'yaml',
}

/** A page's Markdown as HTML with anchors, highlighted code, and links between files turned into links between pages. */
export function render(path: string, markdown: string): Rendered {
  const parser = markdownIt({ html: false, linkify: false, typographer: false })
  const tokens = parser.parse(markdown, {})
  const links: string[] = []
  resolveLinks(tokens, path, links)
  const headings = giveAnchors(tokens)
  Object.assign(parser.renderer.rules, RULES)
  return {
    html: parser.renderer.render(tokens, parser.options, {}),
    headings: headings.filter(({ level }) => level > 1),
    parts: partsOf(tokens, headings),
    links,
  }
}

function resolveLinks(tokens: readonly Token[], path: string, links: string[]): void {
  for (const token of tokens) {
    for (const name of ['href', 'src']) {
      const to = token.attrGet(name)
      if (to === null) continue
      const resolved = resolveLink(path, String(to))
      token.attrSet(name, resolved)
      links.push(resolved)
    }
    if (token.children) resolveLinks(token.children, path, links)
  }
}

function giveAnchors(tokens: readonly Token[]): readonly Heading[] {
  const taken = new Set<string>(['main', 'menu', 'search', 'search-results'])
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return []
    const text = wordsOf(tokens[index + 1])
    const anchor = anchorOf(text, taken)
    token.attrSet('id', anchor)
    token.meta = { text, anchor }
    const close = tokens.findIndex((one, at) => at > index && one.type === 'heading_close')
    const end = tokens[close]
    if (end) end.meta = { text, anchor }
    return [{ level: Number(token.tag.slice(1)), text, anchor }]
  })
}

/** What a token says, without how it looks. */
function wordsOf(token: Token | undefined): string {
  if (!token) return ''
  if (token.children) return token.children.map(wordsOf).join('')
  return token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content
}

function partsOf(tokens: readonly Token[], headings: readonly Heading[]): readonly Part[] {
  const words = headings.map((): string[] => [])
  let at = -1
  let inHeading = false
  for (const token of tokens) {
    if (token.type === 'heading_open') at += 1
    if (token.type === 'heading_open' || token.type === 'heading_close') inHeading = !inHeading
    else if (!inHeading && (token.type === 'inline' || token.type === 'fence'))
      words[at]?.push(wordsOf(token))
  }
  return headings.map((heading, index) => ({
    ...heading,
    words: (words[index] ?? []).join(' ').replace(/\s+/g, ' ').trim(),
  }))
}

const RULES: Renderer['rules'] = {
  heading_open: (tokens, index, options, _env, self) =>
    tokens[index]?.tag === 'h1'
      ? self.renderToken(tokens, index, options)
      : `<div class="heading">${self.renderToken(tokens, index, options)}`,
  heading_close: (tokens, index, options, _env, self) => {
    const token = tokens[index]
    const closed = self.renderToken(tokens, index, options)
    if (!token || token.tag === 'h1') return closed
    const label = escapeHtml(`Link to “${token.meta?.text}”`)
    return `${closed}<a class="anchor" href="#${token.meta?.anchor}" aria-label="${label}">#</a></div>\n`
  },
  fence: (tokens, index) => {
    const token = tokens[index]
    const { language, title, output } = readFence(token?.info.trim() ?? '')
    const caption = title ?? (output ? 'Output' : null)
    const head = caption === null ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`
    const code = highlight(token?.content ?? '', LANGUAGE[language] ?? language)
    return `<figure class="code">${head}<pre tabindex="0"><code>${code}</code></pre></figure>\n`
  },
  table_open: () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n',
  table_close: () => '</table></div>\n',
  th_open: (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('scope', 'col')
    alignByClass(tokens[index])
    return self.renderToken(tokens, index, options)
  },
  td_open: (tokens, index, options, _env, self) => {
    alignByClass(tokens[index])
    return self.renderToken(tokens, index, options)
  },
  link_open: (tokens, index, options, _env, self) => {
    if (/^[a-z]+:/.test(String(tokens[index]?.attrGet('href') ?? '')))
      tokens[index]?.attrSet('rel', 'noreferrer')
    return self.renderToken(tokens, index, options)
  },
}

/** Numbers stand at the right by a class: styles of their own are nothing for a strict policy. */
function alignByClass(cell: Token | undefined): void {
  if (!cell?.attrs) return
  const right = cell.attrGet('style') === 'text-align:right'
  cell.attrs = cell.attrs.filter(([name]) => name !== 'style')
  if (right) cell.attrSet('class', 'right')
}
