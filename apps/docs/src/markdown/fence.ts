/** What stands after the three backticks: a language, and what is said about the block. */
export interface Fence {
  readonly language: string
  /** Shown above the block; a name of a file means that the block is that file. */
  readonly title: string | null
  /** Whether it is what the block before it prints. */
  readonly output: boolean
  /** Why it is not run by the test that runs every other one; null for those that are. */
  readonly unrun: string | null
}

/** Reads `sh`, `json output`, `yaml title="org.yaml"`, `sh run=no:"needs a public host"`. */
export function readFence(info: string): Fence {
  const [language = ''] = /^\S*/.exec(info) ?? []
  return {
    language,
    title: /\btitle="([^"]*)"/.exec(info)?.[1] ?? null,
    output: /\soutput(?:\s|$)/.test(info),
    unrun: /\brun=no:"([^"]+)"/.exec(info)?.[1] ?? null,
  }
}

/** A block of code of a page, and the line that it begins in. */
export interface Block extends Fence {
  readonly text: string
  readonly line: number
}

/** Every fenced block of a Markdown text, in order. */
export function blocksOf(text: string): readonly Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [, marks = '', info = ''] = /^(`{3,})(.*)$/.exec(lines[at] ?? '') ?? []
    if (marks === '') continue
    const end = lines.findIndex((line, index) => index > at && line === marks)
    if (end < 0) throw new Error(`line ${at + 1}: this block of code never ends`)
    blocks.push({ ...readFence(info.trim()), text: `${lines.slice(at + 1, end).join('\n')}\n`, line: at + 1 })
    at = end
  }
  return blocks
}
