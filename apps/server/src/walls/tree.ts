import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The root of the checkout. */
export const REPOSITORY = resolve(import.meta.dirname, '../../../..')

/** Files under version control: their text by their path from the root, with forward slashes. */
export type Tree = ReadonlyMap<string, string>

/** A wall's findings: one sentence each, beginning with the path. None means that the wall holds. */
export type Findings = readonly string[]

const BINARY = /\.(png|jpe?g|ico|woff2?|gif|webp|avif|gz)$/

/** The checkout as it stands. */
export function readTree(root: string = REPOSITORY): Tree {
  // A checkout that belongs to somebody else is common in containers; git lists its files only when told so.
  const listed = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  const paths = listed.split('\0').filter((path) => path !== '' && !BINARY.test(path))
  return new Map(
    paths
      .filter((path) => existsSync(join(root, path)))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}

/** A tree made up for a test. */
export function tree(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files))
}

/** Code of ours that runs in the product: no tests, and nothing made for tests. */
export function isProduct(path: string): boolean {
  return /^(packages|apps)\/[^/]+\/src\/.*\.tsx?$/.test(path) && !isTest(path)
}

/** Tests, and what is made for them: a `testing.ts` beside them, or a `testing/` folder for all. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /\/testing(?:\/|\.tsx?$)/.test(path)
}
