import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readSources } from './read-sources.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const guides = readSources(join(root, 'apps/docs')).filter(({ path }) => path.startsWith('guides/'))

function textBelow(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

/** What guides write in bold without being a word of the product: lead-ins of lists and sentences. */
const LEAD_IN = /[.:]$/

test('what guides tell people to press or look for is called so in the product, or in the stories that press it', () => {
  const product = ['apps/web/src', 'apps/e2e/stories', 'packages/domain/src'].map(textBelow).join('\n')
  const unknown = guides.flatMap(({ path, markdown }) =>
    [...markdown.replace(/```[\s\S]*?```/g, '').matchAll(/\*\*([^*]+)\*\*/g)]
      .map(([, words = '']) => words.replace(/\s+/g, ' '))
      .filter((words) => !LEAD_IN.test(words))
      .filter((words) => !product.includes(words) && !product.includes(words.replace('project', 'workspace')))
      .map((words) => `${path}: ${words}`),
  )
  expect(unknown).toEqual([])
})

test('the guide lists the settings that there are', () => {
  const source = readFileSync(join(root, 'apps/server/src/configuration.ts'), 'utf8')
  const declared = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name)
  const settings = declared.filter((name) => name !== 'NODE_ENV').sort()
  const rows = (text: string) => [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name).sort()
  expect(settings).toContain('ROSTER_DATA')
  expect(rows(guides.find(({ path }) => path === 'guides/configuration')?.markdown ?? '')).toEqual(settings)
})
