import { accessSync, chmodSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `scripts/roster.mjs` starts once it has installed what is missing, which is no part of any sample. */
const COMMAND = fileURLToPath(new URL('../../../server/src/cli/main.ts', import.meta.url))
const COMPILED = fileURLToPath(new URL('../../../../node_modules/.cache/compiled', import.meta.url))
const TOOLS = fileURLToPath(new URL('tools', import.meta.url))

/** Which stand in for programs that samples use and that are not everywhere. */
const STAND_INS = ['curl', 'sqlite3'] as const

/**
 * A folder for the path of samples: `roster` as it is where it is installed, and stand-ins for what the machine lacks
 * (or for all of them, where `bare`).
 */
export function programsIn(folder: string, path: string, bare: boolean): string {
  const bin = join(folder, '.bin')
  mkdirSync(bin)
  const offer = (name: string, script: string) => {
    const file = join(bin, name)
    writeFileSync(
      file,
      `#!/bin/sh\nexport ROSTER_CALLED_FROM="$PWD" NODE_COMPILE_CACHE="${COMPILED}"\nexec "${process.execPath}" --disable-warning=ExperimentalWarning "${script}" "$@"\n`,
    )
    chmodSync(file, 0o755)
  }
  offer('roster', COMMAND)
  for (const name of STAND_INS) if (bare || !isOn(path, name)) offer(name, join(TOOLS, `${name}.ts`))
  return bin
}

function isOn(path: string, program: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
