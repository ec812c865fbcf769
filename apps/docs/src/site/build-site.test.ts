import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import { beforeAll, expect, test } from 'vitest'
import { addressOf, twinOf } from '../markdown/links.ts'
import { generated } from '../reference/generated.ts'
import { buildSite, type Site } from './build-site.ts'
import { readSources } from './read-sources.ts'
import { SEARCH } from './search-options.ts'

const folder = fileURLToPath(new URL('../..', import.meta.url))

let site: Site
let addresses: ReadonlyMap<string, ReadonlySet<string>>
beforeAll(async () => {
  site = await buildSite([...readSources(folder), ...generated()], `${folder}images`)
  addresses = new Map(
    site.pages.map((page) => [addressOf(page.path), new Set(page.headings.map(({ anchor }) => anchor))]),
  )
})

const textOf = (address: string) => String(site.files.get(address) ?? '')

/** Served by others than the documentation. */
const ELSEWHERE = new Set(['/', '/favicon.svg', '/api/openapi.json'])

test('every link between pages leads to a page, and every anchor to a heading there', () => {
  const broken = site.pages.flatMap(({ path, links }) =>
    links
      .filter((link) => !/^[a-z]+:/.test(link) && !ELSEWHERE.has(link))
      .filter((link) => {
        const [address = '', anchor] = (link.startsWith('#') ? addressOf(path) + link : link).split('#')
        const anchors = addresses.get(address)
        if (!anchors) return !site.files.has(address)
        return anchor !== undefined && !anchors.has(anchor)
      })
      .map((link) => `${path}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('what the frame of a page links to and loads is there', () => {
  const missing = [...site.files].flatMap(([address, content]) =>
    address.endsWith('.html')
      ? [...String(content).matchAll(/(?:href|src|data-index)="(\/[^"#]*)/g)]
          .map(([, to = '']) => to)
          .filter((to) => !addresses.has(to) && !site.files.has(to) && !ELSEWHERE.has(to))
          .map((to) => `${address}: ${to}`)
      : [],
  )
  expect(missing).toEqual([])
})

test('no page has a script or a style of its own: the content security policy lets none', () => {
  for (const [address, content] of site.files)
    if (address.endsWith('.html'))
      expect(String(content), address).not.toMatch(
        /<style|<[a-z][^>]*\s(?:style|on\w+)=|<script(?![^>]* src=)/,
      )
})

test('I18 every page has a Markdown twin, an index for agents, and an entry in llms.txt', () => {
  const listed = textOf('/llms.txt')
  const whole = textOf('/llms-full.txt')
  for (const page of site.pages) {
    const address = addressOf(page.path)
    expect(textOf(twinOf(page.path)), address).toMatch(/^# /)
    expect(textOf(`${address}/llms.txt`)).toContain(`# ${page.title}\n\n> ${page.description}`)
    for (const { anchor } of page.headings)
      expect(textOf(`${address}/llms.txt`)).toContain(`${address}#${anchor})`)
    expect(listed).toContain(`(${twinOf(page.path)})`)
    expect(whole).toContain(`<!-- ${address} -->\n\n# ${page.title}`)
  }
})

test('I18 llms.txt has the form of llmstxt.org: a title, a summary, and lists of links with a word about each', () => {
  const [title, summary, about, ...lists] = textOf('/llms.txt').trim().split('\n\n')
  expect(title).toBe('# Roster')
  expect(summary).toMatch(/^> \S/)
  expect(about).not.toMatch(/^[#>-]/)
  for (const [index, part] of lists.entries()) {
    if (index % 2 === 0) expect(part).toMatch(/^## \S/)
    else for (const line of part.split('\n')) expect(line).toMatch(/^- \[[^\]]+\]\(\/docs[^)]*\.md\): \S/)
  }
})

test('I18 links between the Markdown twins lead to twins', () => {
  for (const page of site.pages)
    for (const [, to = ''] of textOf(twinOf(page.path)).matchAll(/\]\((\/docs[^)#]*)/g))
      expect(site.files.has(to), `${page.path}: ${to}`).toBe(true)
})

test('the navigation shows every guide, and each says what it is about', () => {
  const menu = textOf('/docs.html')
  for (const { path, description } of site.pages.filter((page) => page.path.startsWith('guides/'))) {
    expect(menu).toContain(`<li><a href="${addressOf(path)}">`)
    expect(description).toMatch(/^[A-Z].{20,160}\.$/)
  }
})

test('one finds the page that a word is about', () => {
  const address = [...site.files.keys()].find((path) => path.endsWith('.json')) ?? ''
  const index = MiniSearch.loadJSON(textOf(address), SEARCH)
  const first = (words: string) => String(index.search(words)[0]?.id)
  expect(first('getting started')).toBe('/docs/guides/getting-started')
  expect(first('backup')).toMatch(/^\/docs\/guides\/backup-and-upgrade/)
  expect(first('last-owner')).toBe('/docs/reference/problems#last-owner')
  expect(first('groups within grou')).toMatch(/^\/docs\/guides\/groups/)
  expect(first('zzzz')).toBe('undefined')
})
