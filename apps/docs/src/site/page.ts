import { type Rendered, render } from '../markdown/render.ts'

/** One page of the documentation, as it was written or generated. */
export interface Source {
  /** Its address below the documentation, such as `guides/roles`; empty for the first page. */
  readonly path: string
  /** Markdown, beginning with the title as its one heading of level 1. */
  readonly markdown: string
  /** One or two sentences: what it is about. */
  readonly description: string
  /** Under which heading the navigation shows it; null for pages that it does not show. */
  readonly group: string | null
  /** Its place in the navigation. */
  readonly order: number
}

/** A page, rendered. */
export interface Page extends Source, Rendered {
  readonly title: string
}

/** Renders a page. Throws when it does not begin with a title. */
export function pageOf(source: Source): Page {
  const title = /^# (.+)$/m.exec(source.markdown)?.[1]
  if (!title || !source.markdown.startsWith('# '))
    throw new Error(`${source.path || 'index'}: a page begins with its title, “# …”`)
  return { ...source, ...render(source.path, source.markdown), title }
}
