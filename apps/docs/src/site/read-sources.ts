import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Source } from './page.ts'

/** Folders of pages, below the documentation's own. */
const FOLDERS = ['', 'guides', 'reference', 'decisions']

/** Where pages stand that say nothing about it themselves. */
const PLACES: Readonly<Record<string, { readonly group: string; readonly order: number }>> = {
  audit: { group: 'How it is built', order: 910 },
  performance: { group: 'How it is built', order: 920 },
  capabilities: { group: 'How it is built', order: 930 },
}

/** Every page that is written in Markdown, from the folder of the documentation. */
export function readSources(folder: string): readonly Source[] {
  return FOLDERS.flatMap((name) => {
    const inside = join(folder, name)
    if (!existsSync(inside)) return []
    return readdirSync(inside)
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => sourceOf(pathOf(name, file), readFileSync(join(inside, file), 'utf8')))
  })
}

function pathOf(folder: string, file: string): string {
  const name = file.slice(0, -'.md'.length)
  const path = name === 'index' ? '' : name
  return folder === '' ? path : `${folder}/${path}`.replace(/\/$/, '')
}

/** A page from what its file holds: optional front matter (`order`, `group`, `description`), then Markdown. */
export function sourceOf(path: string, text: string): Source {
  const [, front = '', body = text] = /^---\n([\s\S]*?)\n---\n+([\s\S]*)$/.exec(text) ?? []
  const said: unknown = parse(front) ?? {}
  const place = PLACES[path]
  return {
    path,
    markdown: body,
    description: field(said, 'description') ?? firstParagraph(body),
    group: field(said, 'group') ?? place?.group ?? null,
    order: Number(field(said, 'order') ?? place?.order ?? 1_000),
  }
}

function field(from: unknown, name: string): string | null {
  if (typeof from !== 'object' || from === null) return null
  const value: unknown = Reflect.get(from, name)
  return value === undefined || value === null ? null : String(value)
}

/** The first sentences below the title, on one line. */
function firstParagraph(body: string): string {
  const paragraph = body.split(/\n{2,}/).find((part) => /^[\p{L}*_`[]/u.test(part)) ?? ''
  const plain = paragraph.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '')
  return plain.replace(/\s+/g, ' ').trim()
}
