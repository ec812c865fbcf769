import { addressOf, twinOf, withResolvedLinks } from '../markdown/links.ts'
import { type Group, neighboursOf } from './navigation.ts'
import type { Page } from './page.ts'

/** What everybody reads first, be it a person or a program (llmstxt.org). */
const SUMMARY =
  'The self-hosted home of who is in your organization and what they may do: members, invitations, projects, groups and roles, with an audit trail anyone can verify.'

const HOW =
  'Every page is there as Markdown under its address with `.md` at the end, and says what it holds under its address with `/llms.txt` at the end. All of it in one file: [llms-full.txt](/llms-full.txt).'

/** `/llms.txt`: what there is, one line a page, in the form of llmstxt.org. Pages outside of the navigation come last. */
export function llmsIndex(pages: readonly Page[], navigation: readonly Group[]): string {
  const shown = new Set(navigation.flatMap((group) => group.pages))
  const rest = pages.filter((page) => !shown.has(page))
  const lists = [...navigation, ...(rest.length > 0 ? [{ name: 'Optional', pages: rest }] : [])]
  const sections = lists.map(({ name, pages: listed }) => `## ${name}\n\n${listed.map(entry).join('\n')}\n`)
  return `# Roster\n\n> ${SUMMARY}\n\n${HOW}\n\n${sections.join('\n')}`
}

/** `/llms-full.txt`: every page whole, in the order of reading, each under its address. */
export function llmsFull(pages: readonly Page[], navigation: readonly Group[]): string {
  const shown = navigation.flatMap((group) => group.pages)
  const all = [...shown, ...pages.filter((page) => !shown.includes(page))]
  const whole = all.map(
    (page) => `<!-- ${addressOf(page.path)} -->\n\n${withResolvedLinks(page.path, page.markdown).trim()}\n`,
  )
  return `# Roster\n\n> ${SUMMARY}\n\n${whole.join('\n---\n\n')}`
}

/** `…/llms.txt` under a page: its sections by anchor, what lies below it, and what stands before and after it. */
export function pageIndex(page: Page, pages: readonly Page[], navigation: readonly Group[]): string {
  const address = addressOf(page.path)
  const sections = page.headings.map(
    ({ level, text, anchor }) => `${'  '.repeat(level - 2)}- [${text}](${address}#${anchor})`,
  )
  const below = pages.filter(
    ({ path }) => path !== page.path && (page.path === '' || path.startsWith(`${page.path}/`)),
  )
  const [before, after] = neighboursOf(page, navigation)
  return [
    `# ${page.title}`,
    `> ${page.description}`,
    `The whole page as Markdown: [${twinOf(page.path)}](${twinOf(page.path)})`,
    ...(sections.length > 0 ? [`## Sections\n\n${sections.join('\n')}`] : []),
    ...(below.length > 0 ? [`## Pages\n\n${below.map(entry).join('\n')}`] : []),
    ...(before || after
      ? [`## Around it\n\n${[before, after].flatMap((one) => (one ? [entry(one)] : [])).join('\n')}`]
      : []),
    '',
  ].join('\n\n')
}

function entry(page: Page): string {
  return `- [${page.title}](${twinOf(page.path)}): ${page.description}`
}
