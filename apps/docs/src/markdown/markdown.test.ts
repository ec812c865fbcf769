import { describe, expect, test } from 'vitest'
import { blocksOf, readFence } from './fence.ts'
import { resolveLink, withResolvedLinks } from './links.ts'
import { render } from './render.ts'
import { anchorOf } from './slug.ts'

test('an anchor is made of the words, and once only', () => {
  const taken = new Set<string>()
  expect(
    ['Back up, and upgrade', '`not-found`', 'Über “uns”', 'C++', '—', '—'].map((one) => anchorOf(one, taken)),
  ).toEqual([
    'back-up-and-upgrade',
    'not-found',
    'über-uns'.normalize('NFKD').replace(/\p{M}/gu, ''),
    'c',
    'section',
    'section-2',
  ])
})

test.each([
  ['guides/roles', 'members.md', '/docs/guides/members'],
  ['guides/roles', '../reference/problems.md#last-owner', '/docs/reference/problems#last-owner'],
  ['guides/roles', '../index.md', '/docs'],
  ['', 'guides/roles.md#owner', '/docs/guides/roles#owner'],
  ['guides/roles', '../images/members.png', '/docs/images/members.png'],
  ['guides/roles', '#here', '#here'],
  ['guides/roles', '/llms.txt', '/llms.txt'],
  ['guides/roles', 'https://example.org/a.md', 'https://example.org/a.md'],
])('in %s a link to %s leads to %s', (from, href, to) => {
  expect(resolveLink(from, href)).toBe(to)
})

test('the twin keeps its links among twins, and leaves code alone', () => {
  const text = 'See [roles](roles.md#own).\n\n```md\n[not](this.md)\n```\n'
  expect(withResolvedLinks('guides/members', text)).toBe(
    'See [roles](/docs/guides/roles.md#own).\n\n```md\n[not](this.md)\n```\n',
  )
})

test('a fence says what the block is', () => {
  expect(readFence('sh title="Try it" run=no:"needs a public host"')).toEqual({
    language: 'sh',
    title: 'Try it',
    output: false,
    unrun: 'needs a public host',
  })
  expect(readFence('json output')).toMatchObject({ language: 'json', output: true, unrun: null })
  expect(blocksOf('# A\n\n```sh\necho 1\n\necho 2\n```\n')).toMatchObject([
    { language: 'sh', text: 'echo 1\n\necho 2\n', line: 3 },
  ])
  expect(() => blocksOf('```sh\necho')).toThrow('never ends')
})

describe('rendering', () => {
  const { html, headings, parts, links } = render(
    'guides/roles',
    '# Roles\n\nA [link](members.md).\n\n## Own `roles`\n\n<b>no</b> & “so”\n\n```ts title="a.ts"\nconst a = "<b>"\n```\n\n| a |\n| - |\n| 1 |\n\n[out](https://example.org)\n',
  )
  test('headings below the title have anchors and links to them', () => {
    expect(headings).toEqual([{ level: 2, text: 'Own roles', anchor: 'own-roles' }])
    expect(html).toContain('<h2 id="own-roles">Own <code>roles</code></h2>')
    expect(html).toContain('<a class="anchor" href="#own-roles" aria-label="Link to “Own roles”">')
  })
  test('HTML in Markdown is text, and code is escaped and highlighted', () => {
    expect(html).toContain('&lt;b&gt;no&lt;/b&gt; &amp;')
    expect(html).not.toContain('<b>')
    expect(html).toContain('<figcaption>a.ts</figcaption>')
    expect(html).toContain('hljs-keyword')
  })
  test('tables scroll by themselves and their heads say what they are heads of', () => {
    expect(html).toContain('<th scope="col">a</th>')
    expect(html).toContain('tabindex="0"><table>')
  })
  test('links are resolved and told', () => {
    expect(links).toEqual(['/docs/guides/members', 'https://example.org'])
  })
  test('what is searched is told part by part, without marks', () => {
    expect(parts[0]).toMatchObject({ text: 'Roles', words: 'A link.' })
    expect(parts[1]?.words).toContain('<b>no</b> & “so” const a = "<b>" a 1 out')
  })
})
