import { escapeHtml } from '../markdown/highlight.ts'
import { addressOf, ROOT, twinOf } from '../markdown/links.ts'
import type { Assets } from './assets.ts'
import { type Group, neighboursOf } from './navigation.ts'
import type { Page } from './page.ts'

/** The page that answers where there is none; it has no twin. */
export const NOWHERE = '404'

const LOGO =
  '<svg aria-hidden="true" viewBox="0 0 32 32" width="20" height="20"><rect class="logo-ground" width="32" height="32" rx="8"/><rect x="7" y="8" width="18" height="3.5" rx="1.75"/><rect x="7" y="14.25" width="13" height="3.5" rx="1.75" fill-opacity=".78"/><rect x="7" y="20.5" width="8" height="3.5" rx="1.75" fill-opacity=".56"/></svg>'

/** A whole page: works without a script; with one there are search, copying and Escape. */
export function layout(page: Page, navigation: readonly Group[], assets: Assets): string {
  const address = addressOf(page.path)
  const isNowhere = page.path === NOWHERE
  const heading = page.path === '' ? 'Roster documentation' : `${page.title} · Roster documentation`
  const deep = page.headings.filter(({ level }) => level <= 3)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(page.description)}">
<title>${escapeHtml(heading)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${isNowhere ? '' : `<link rel="alternate" type="text/markdown" href="${twinOf(page.path)}">`}
<link rel="stylesheet" href="${assets.css}">
<script src="${assets.js}" data-index="${assets.index}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
<header class="top">
<a class="menu-link" href="#menu">Menu</a>
<a class="brand" href="${ROOT}">${LOGO}<span>Roster <span class="faint">docs</span></span></a>
<search class="search" hidden>
<label class="hidden" for="search">Search the documentation</label>
<input id="search" type="search" role="combobox" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="Search">
<kbd aria-hidden="true">/</kbd>
<div id="search-results" role="listbox" aria-label="Found" hidden></div>
<p class="hidden" role="status"></p>
</search>
<a class="away" href="/">Open Roster</a>
</header>
<div class="columns">
<nav id="menu" class="menu" aria-label="Documentation" tabindex="-1">
<a class="menu-close" href="#main">Close menu</a>
${navigation.map((group) => groupOf(group, page)).join('\n')}
<a class="menu-away" href="/">Open Roster</a>
</nav>
<main id="main" tabindex="-1">
${inPage(deep, 'small')}
<article>
${page.html}</article>
${around(page, navigation)}
${isNowhere ? '' : `<footer><a href="${twinOf(page.path)}">This page as Markdown</a> <a href="${address}/llms.txt">Its index for programs</a></footer>`}
</main>
${inPage(deep, 'large')}
</div>
</body>
</html>
`
}

function groupOf({ name, pages }: Group, here: Page): string {
  const entries = pages.map(({ path, title }) => {
    const current = path === here.path ? ' aria-current="page"' : ''
    return `<li><a href="${addressOf(path)}"${current}>${escapeHtml(title)}</a></li>`
  })
  return `<h2>${escapeHtml(name)}</h2>\n<ul>\n${entries.join('\n')}\n</ul>`
}

/** What is on the page: beside it where there is room, folded above it where there is none. */
function inPage(headings: Page['headings'], size: 'small' | 'large'): string {
  if (headings.length < 2) return size === 'large' ? '<div></div>' : ''
  const list = headings
    .map(
      ({ level, text, anchor }) =>
        `<li class="level-${level}"><a href="#${anchor}">${escapeHtml(text)}</a></li>`,
    )
    .join('\n')
  return size === 'small'
    ? `<details class="contents small"><summary>On this page</summary>\n<ul>\n${list}\n</ul>\n</details>`
    : `<nav class="contents large" aria-label="On this page">\n<h2>On this page</h2>\n<ul>\n${list}\n</ul>\n</nav>`
}

function around(page: Page, navigation: readonly Group[]): string {
  const [before, after] = neighboursOf(page, navigation)
  if (!before && !after) return ''
  const link = (one: Page | null, word: string, kind: string) =>
    one
      ? `<a class="${kind}" href="${addressOf(one.path)}"><span>${word}</span> ${escapeHtml(one.title)}</a>`
      : '<span></span>'
  return `<nav class="around" aria-label="Before and after">${link(before, 'Before', 'before')}${link(after, 'Next', 'after')}</nav>`
}
