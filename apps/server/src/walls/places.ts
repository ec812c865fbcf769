import type { Findings, Tree } from './tree.ts'

/** Somebody's folders: a home, a root's home, a build machine's workspace. */
const MACHINE = /(?<![\w.~/)\]}-])(?:\/(?:work|workspace|root|home\/\w+|Users\/\w+)\/\w|[A-Z]:\\Users\\)/
const REGISTRY = /\bregistry\.(?:[a-z0-9-]+\.)+[a-z]{2,}\b/

/** Nothing under version control tells where it was made or where packages came from. */
export function placeWalls(tree: Tree): Findings {
  return [...tree].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const found = MACHINE.exec(line)?.[0] ?? REGISTRY.exec(line)?.[0]
      return found ? [`${path}:${index + 1}: names a place (${found}…)`] : []
    }),
  )
}
