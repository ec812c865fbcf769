import type { Permission } from '@roster/domain'
import type { Previewed, PreviewedChange } from './types.ts'

type Held = PreviewedChange['to']

/** The same thing happening in some projects. */
export type Line = {
  projects: readonly string[]
  from: Held
  to: Held
  gains: readonly Permission[]
  losses: readonly Permission[]
}

/** Those to whom exactly the same happens. */
export type Block = {
  subjects: readonly Pick<Previewed, 'id' | 'name' | 'kind' | 'people'>[]
  lines: readonly Line[]
}

export type Folded = {
  refused: readonly { id: string; name: string; reason: string }[]
  /** Gains and losses. */
  blocks: readonly Block[]
  /** Places where they hold exactly this already. */
  unchanged: readonly { id: string; name: string; projects: readonly string[] }[]
  /** How many changes will be made. */
  changing: number
}

/** Puts together what is the same, so that a long preview is read at a glance and nothing is left out. */
export function foldPreview(preview: readonly Previewed[]): Folded {
  const refused: { id: string; name: string; reason: string }[] = []
  const unchanged: { id: string; name: string; projects: string[] }[] = []
  const blocks = new Map<string, { subjects: Block['subjects'][number][]; lines: readonly Line[] }>()
  let changing = 0
  for (const subject of preview) {
    const name = subject.name ?? 'Somebody who is not here'
    const doing: PreviewedChange[] = []
    const same: string[] = []
    for (const change of subject.changes) {
      if (change.refusal) {
        const place = change.project ? `${name} · ${change.project.name}` : name
        refused.push({ id: `${subject.id} ${change.index}`, name: place, reason: change.refusal.message })
      } else if (change.unchanged) same.push(change.project?.name ?? 'the organization')
      else doing.push(change)
    }
    if (same.length > 0) unchanged.push({ id: subject.id, name, projects: same })
    if (doing.length === 0) continue
    changing += doing.length
    const lines = linesOf(doing)
    const key = JSON.stringify(lines)
    const block = blocks.get(key)
    const { id, kind, people } = subject
    if (block) block.subjects.push({ id, name, kind, people })
    else blocks.set(key, { subjects: [{ id, name, kind, people }], lines })
  }
  return { refused, unchanged, changing, blocks: [...blocks.values()] }
}

function linesOf(changes: readonly PreviewedChange[]): readonly Line[] {
  const lines = new Map<string, Line & { projects: string[] }>()
  for (const { project, from, to, gains, losses } of changes) {
    const key = JSON.stringify([from, to, gains, losses])
    const name = project?.name ?? 'the organization'
    const line = lines.get(key)
    if (line) line.projects.push(name)
    else lines.set(key, { projects: [name], from, to, gains, losses })
  }
  return [...lines.values()]
}
