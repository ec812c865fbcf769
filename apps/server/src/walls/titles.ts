import type { Tree } from './tree.ts'

/** A test by its title, and where it stands. */
export interface Titled {
  readonly path: string
  readonly title: string
}

// What begins a test, a story, or a group of them, up to its arguments: `test(`, `describe.each(`, `story(`.
const BEGINS = /(?<![.\w$])(?:test|it|story|describe)(?:(\.each|\.for)(?:<.*?>(?=\())?)?(?=[(`])/g
const TITLE = /\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/sy
const TEXT = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/sy
const COMMENT = /\/\/[^\n]*|\/\*.*?\*\//sy

/** The titles of all tests and stories, and of the groups that they stand in. */
export function titlesIn(tree: Tree): readonly Titled[] {
  return [...tree].flatMap(([path, text]) =>
    isTestFile(path) ? titlesOf(text).map((title) => ({ path, title })) : [],
  )
}

/** Where tests and stories are told. */
export function isTestFile(path: string): boolean {
  return /\.(?:test|story)\.tsx?$/.test(path)
}

/** The ids that a title begins with: `T14 T17 five hundred addresses …`. */
export function idsIn(title: string): readonly string[] {
  return /^(?:[A-Z]\d+ )+/.exec(title)?.[0].trim().split(' ') ?? []
}

function titlesOf(text: string): readonly string[] {
  return [...text.matchAll(BEGINS)].flatMap(({ 0: begins, 1: table, index }) => {
    const at = index + begins.length
    const title = match(TITLE, text, table ? afterArguments(text, at) : at)?.[2]
    return title === undefined ? [] : [title.replace(/\\(.)/gs, '$1')]
  })
}

/** The place after a pair of brackets, or after a text in backticks, that opens at `from`. */
function afterArguments(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const quoted = match(TEXT, text, at) ?? match(COMMENT, text, at)
    if (quoted) at += quoted[0].length - 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
