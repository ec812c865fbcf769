// What is made of the API's declarations, for programs that run without the tasks that make it.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './processes.mjs'

const MAKER = 'packages/sdk/src/generate/main.ts'
const MADE = 'packages/sdk/src/generated/routes.ts'
const SOURCES = ['packages/api/src', 'packages/domain/src', 'packages/sdk/src/generate']

/** Makes the clients' types and tables again where a source is newer than they are; says nothing unless it fails. */
export async function generateWhenOld(tools) {
  const made = statSync(join(tools.root, MADE), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const newest = Math.max(...SOURCES.map((folder) => newestIn(join(tools.root, folder))))
  return made > newest ? 0 : runQuietly(tools, tools.node, [MAKER])
}

function newestIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Math.max(
    ...files
      .filter((file) => file.isFile())
      .map((file) => statSync(join(file.parentPath, file.name)).mtimeMs),
  )
}
