import type { Source } from './page.ts'

/** Folders of pages whose own address lists what is in them, where no page is written for that. */
const SECTIONS = [
  {
    path: 'guides',
    title: 'Guides',
    about: 'How to do what you came for, step by step.',
    group: null,
    order: 0,
  },
  {
    path: 'reference',
    title: 'Reference',
    about: 'Every operation, permission, event and refusal, generated from the product itself.',
    group: null,
    order: 0,
  },
  {
    path: 'decisions',
    title: 'Decisions',
    about: 'Why Roster is built as it is: one page for each decision that surprised us.',
    group: 'How it is built',
    order: 940,
  },
] as const

/** The pages, and for each folder of them one that lists what is in it. */
export function withSections(sources: readonly Source[]): readonly Source[] {
  const paths = new Set(sources.map(({ path }) => path))
  const made = SECTIONS.flatMap(({ path, title, about, group, order }) => {
    const inside = sources
      .filter((source) => source.path.startsWith(`${path}/`))
      .sort((a, b) => a.order - b.order || (a.path < b.path ? -1 : 1))
    if (inside.length === 0 || paths.has(path)) return []
    const list = inside.map((source) => {
      const name = /^# (.+)$/m.exec(source.markdown)?.[1] ?? source.path
      return `- [${name}](${source.path}.md): ${source.description}`
    })
    return [
      { path, markdown: `# ${title}\n\n${about}\n\n${list.join('\n')}\n`, description: about, group, order },
    ]
  })
  return [...sources, ...made]
}
