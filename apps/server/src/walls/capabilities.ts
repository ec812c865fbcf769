import { idsIn, isTestFile, titlesIn } from './titles.ts'
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

/** What comes with directories and single sign-on. */
const TO_COME: ReadonlySet<string> = new Set(['T29'])

const DOCUMENT = 'apps/docs/capabilities.md'

const LEFT_OUT =
  /\b(?:test|it|story|describe)(?:\.\w+)*\.(?:skip|todo|only|fails|skipIf|runIf)\b|^\s*x(?:it|test|describe)\(/m

/** Tests of the walls have made-up titles. */
const MADE_UP = 'apps/server/src/walls/'

/**
 * Every capability has its line in the document, and the tests that the line names are there, bear its id and are not
 * left out; one that is to come says in its line which later issue brings it. No title bears an id that there is not.
 * Since a failing test fails the build, one that is there is one that passes.
 */
export function capabilityWalls(tree: Tree, procedures: readonly string[]): Findings {
  const tests = titlesIn(new Map([...tree].filter(([path]) => !path.startsWith(MADE_UP))))
  const titles = new Set(tests.map(({ title }) => title))
  const proven = new Set(tests.flatMap(({ title }) => idsIn(title)))
  const lines = linesOf(tree.get(DOCUMENT) ?? '')
  const known = new Set(procedures)
  return [
    ...leftOut(tree),
    ...CAPABILITIES.flatMap((id) => {
      const line = lines.get(id)
      if (!line) return [`${DOCUMENT}: ${id} has no line`]
      const later = TO_COME.has(id)
      const dateless =
        later && !/\bissue \d+\b/.test(line.what)
          ? [`${DOCUMENT}: ${id} does not say which issue brings it`]
          : []
      const missing = later || proven.has(id) ? [] : [`${id}: no test bears it in its title`]
      const wrong = line.tests.flatMap((title) => {
        if (!titles.has(title)) return [`${DOCUMENT}: ${id} names a test that is not there: “${title}”`]
        return idsIn(title).includes(id) ? [] : [`${DOCUMENT}: the test named for ${id} does not bear it`]
      })
      const nameless = !later && line.tests.length === 0 ? [`${DOCUMENT}: ${id} names no test`] : []
      const unknown = line.procedures
        .filter((procedure) => !known.has(procedure))
        .map((procedure) => `${DOCUMENT}: ${id} names ${procedure}, which is no procedure and no route`)
      return [...dateless, ...missing, ...wrong, ...nameless, ...unknown]
    }),
    ...[...lines.keys()]
      .filter((id) => !CAPABILITIES.includes(id))
      .map((id) => `${DOCUMENT}: ${id} is no capability`),
    ...tests.flatMap(({ path, title }) =>
      idsIn(title)
        .filter((id) => /^[TCDIO]/.test(id) && !CAPABILITIES.includes(id))
        .map((id) => `${path}: “${title}” bears ${id}, which is no capability`),
    ),
  ]
}

function leftOut(tree: Tree): readonly string[] {
  return [...tree].flatMap(([path, text]) =>
    isTestFile(path) && LEFT_OUT.test(text) && !path.startsWith(MADE_UP)
      ? [`${path}: a test that is left out proves nothing`]
      : [],
  )
}

interface Line {
  readonly what: string
  readonly procedures: readonly string[]
  readonly tests: readonly string[]
}

/**
 * Rows of the tables: `| T7 | what | where | procedures | tests |`; procedures, routes and tests stand in backticks, and a
 * bar inside of one after a backslash.
 */
function linesOf(document: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>()
  for (const row of document.split('\n')) {
    const [, id = '', what = '', , procedures = '', tests = ''] = row
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
    if (/^[A-Z]\d+$/.test(id)) lines.set(id, { what, procedures: quoted(procedures), tests: quoted(tests) })
  }
  return lines
}

function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replaceAll('\\|', '|'))
}
