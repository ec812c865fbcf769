import { posix } from 'node:path'
import { type Findings, isProduct, isTest, type Tree } from './tree.ts'

interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

const STATIC =
  /(?:^|[;\n])\s*(?:import|export)\s+(type\s+(?!from\b|,))?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]/g
const DYNAMIC = /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g

/** Packages that the browser may know by type only, since their code must not travel there. */
const TYPE_ONLY_IN_BROWSER = ['@roster/api', '@trpc/server']

/** What makes a file a command or a query: another slice must not reach for it. */
const USE_CASE = /=\s*(?:command|bulkCommand|openCommand|query|openQuery)\(/

/** Imports go where the design lets them go; the linter holds the rest of these walls. */
export function importWalls(tree: Tree): Findings {
  return [...tree].flatMap(([path, text]) => {
    if (!/^(packages|apps)\/.*\.tsx?$/.test(path)) return []
    return importsOf(text).flatMap((each) => [
      ...intoBrowser(path, each),
      ...outOfPackage(path, each),
      ...fromTesting(path, each),
      ...acrossSlices(tree, path, each),
    ])
  })
}

/** `new Date()` reads the clock where time is a value passed in; no lint rule knows it. */
export function clockWalls(tree: Tree): Findings {
  return [...tree].flatMap(([path, text]) => {
    const pure =
      /^packages\/(domain|mail)\/src\//.test(path) || /^packages\/api\/src\/(?!platform\/)/.test(path)
    return pure && isProduct(path) && /\bDate\(\s*\)/.test(withoutComments(text))
      ? [`${path}: time is a value passed in as \`now\``]
      : []
  })
}

export function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  return [
    ...[...code.matchAll(STATIC)].map(([, type, from = '']) => ({ from, typeOnly: type !== undefined })),
    ...[...code.matchAll(DYNAMIC)].map(([, from = '']) => ({ from, typeOnly: false })),
  ]
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

function intoBrowser(path: string, { from, typeOnly }: Import): string[] {
  const known = TYPE_ONLY_IN_BROWSER.some((name) => from === name || from.startsWith(`${name}/`))
  return path.startsWith('apps/web/src/') && known && !typeOnly && !isTest(path)
    ? [`${path}: the browser knows ${from} by type only (import type)`]
    : []
}

function outOfPackage(path: string, { from }: Import): string[] {
  if (!from.startsWith('.') || from.endsWith('/package.json')) return []
  const home = path.split('/').slice(0, 2).join('/')
  return target(path, from).startsWith(`${home}/`)
    ? []
    : [`${path}: ${from} leaves the package; import it by its name`]
}

function fromTesting(path: string, { from }: Import): string[] {
  return isProduct(path) && from.startsWith('.') && isTest(target(path, from))
    ? [`${path}: the product does not run on what is made for tests (${from})`]
    : []
}

/** A slice may use another slice's store inside its own transaction, never its commands or queries. */
function acrossSlices(tree: Tree, path: string, { from }: Import): string[] {
  const slice = sliceOf(path)
  const other = sliceOf(target(path, from))
  if (slice === null || other === null || slice === other || !isProduct(path) || isRoutes(path)) return []
  const text = tree.get(target(path, from)) ?? ''
  return USE_CASE.test(text) || from.endsWith('/router.ts')
    ? [`${path}: ${from} belongs to another slice; its store may be used, its commands and queries not`]
    : []
}

/** Routes name commands and have none: who is in a project is asked of that project, by what assigns roles. */
function isRoutes(path: string): boolean {
  return /\/rest(?:-[\w-]+)?\.ts$/.test(path)
}

function sliceOf(path: string): string | null {
  const folder = /^packages\/api\/src\/([^/]+)\//.exec(path)?.[1]
  return folder && !['platform', 'transport', 'testing'].includes(folder) ? folder : null
}

function target(path: string, from: string): string {
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : from
}
