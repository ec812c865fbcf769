import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'
import { oneDeclaration } from './declarations.ts'

// Builds what is published, into the folder named or `dist`: one module and its declarations, needing nothing else.
const folder = fileURLToPath(new URL('../..', import.meta.url))
const target = process.argv[2] ?? join(folder, 'dist')
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
await build({
  cwd: folder,
  input: 'src/index.ts',
  platform: 'neutral',
  output: { file: join(target, 'index.js'), format: 'esm' },
  logLevel: 'warn',
})
const compiled = mkdtempSync(join(tmpdir(), 'roster-declarations-'))
try {
  const tsc = fileURLToPath(import.meta.resolve('typescript/package.json'))
  const bin = join(tsc, '../bin/tsc')
  execFileSync(process.execPath, [bin, '-p', 'tsconfig.build.json', '--outDir', compiled], {
    cwd: folder,
    stdio: 'inherit',
  })
  const files = readdirSync(compiled, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => join(compiled, path))
  const declarations = new Map(
    files.map((path) => [relative(compiled, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const),
  )
  writeFileSync(join(target, 'index.d.ts'), oneDeclaration(declarations, 'index.d.ts'))
} finally {
  rmSync(compiled, { recursive: true, force: true })
}
