import type { Findings, Tree } from './tree.ts'

const range = (letter: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`)

/** Everything Roster must do, by the ids of `apps/docs/capabilities.md`. */
export const CAPABILITIES: readonly string[] = [
  ...range('T', 29),
  ...range('C', 16),
  ...range('D', 49),
  ...range('I', 18),
  ...range('O', 16),
]

/** What comes with the public API, directories and single sign-on. */
const TO_COME: ReadonlySet<string> = new Set(['C5', 'C6', 'D48', 'D49', 'I18', 'T29'])

const DOCUMENT = 'apps/docs/capabilities.md'

/** A test by its title, and where it stands. */
interface Titled {
  readonly path: string
  readonly title: string
}

const TEST =
  /\b(?:test|it)(?:\.each\((?:[^()]|\([^()]*\))*\)|\.each`[^`]*`)?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs
const LEFT_OUT = /\b(?:test|it|describe)\.(?:skip|todo|only|fails|skipIf|runIf)\b/

/**
 * Every capability has its line in the document, and the test that the line names is there, bears its id and is not
 * left out. Since a failing test fails the build, one that is there is one that passes.
 */
export function capabilityWalls(tree: Tree, procedures: readonly string[]): Findings {
  const tests = titlesIn(tree)
  const titles = new Set(tests.map(({ title }) => title))
  const proven = new Set(tests.flatMap(({ title }) => idsIn(title)))
  const lines = linesOf(tree.get(DOCUMENT) ?? '')
  const known = new Set(procedures)
  return [
    ...leftOut(tree),
    ...CAPABILITIES.flatMap((id) => {
      const line = lines.get(id)
      if (!line) return [`${DOCUMENT}: ${id} has no line`]
      if (TO_COME.has(id)) return []
      const missing = proven.has(id) ? [] : [`${id}: no test bears it in its title`]
      const wrong = line.tests.flatMap((title) => {
        if (!titles.has(title)) return [`${DOCUMENT}: ${id} names a test that is not there: “${title}”`]
        return idsIn(title).includes(id) ? [] : [`${DOCUMENT}: the test named for ${id} does not bear it`]
      })
      const nameless = line.tests.length === 0 ? [`${DOCUMENT}: ${id} names no test`] : []
      const unknown = line.procedures
        .filter((procedure) => !known.has(procedure))
        .map((procedure) => `${DOCUMENT}: ${id} names ${procedure}, which is no procedure`)
      return [...missing, ...wrong, ...nameless, ...unknown]
    }),
    ...[...lines.keys()]
      .filter((id) => !CAPABILITIES.includes(id))
      .map((id) => `${DOCUMENT}: ${id} is no capability`),
  ]
}

/** The titles of all tests and stories. */
export function titlesIn(tree: Tree): readonly Titled[] {
  return [...tree].flatMap(([path, text]) =>
    isTestFile(path)
      ? [...text.matchAll(TEST)].map(([, , title = '']) => ({ path, title: title.replace(/\\(.)/gs, '$1') }))
      : [],
  )
}

/** The ids that a title begins with: `T14 T17 five hundred addresses …`. */
function idsIn(title: string): readonly string[] {
  return (/^(?:[A-Z]\d+ )+/.exec(title)?.[0] ?? '').trim().split(' ')
}

function isTestFile(path: string): boolean {
  return /\.(?:test|story)\.tsx?$/.test(path)
}

function leftOut(tree: Tree): readonly string[] {
  return [...tree].flatMap(([path, text]) =>
    isTestFile(path) && LEFT_OUT.test(text) && !path.startsWith('apps/server/src/walls/')
      ? [`${path}: a test that is left out proves nothing`]
      : [],
  )
}

interface Line {
  readonly procedures: readonly string[]
  readonly tests: readonly string[]
}

/** Rows of the tables: `| T7 | what | where | procedures | tests |`; procedures and tests stand in backticks. */
function linesOf(document: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>()
  for (const row of document.split('\n')) {
    const [, id = '', , , procedures = '', tests = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim())
    if (/^[A-Z]\d+$/.test(id)) lines.set(id, { procedures: quoted(procedures), tests: quoted(tests) })
  }
  return lines
}

function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replaceAll('\\|', '|'))
}
