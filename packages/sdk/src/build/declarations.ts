/** Files of declarations as the compiler made them, by their path from the folder of the first. */
export type Declarations = ReadonlyMap<string, string>

const IMPORT = /^import\b[^'"]*['"]([^'"]+)['"];?\n?/gm
const REEXPORT = /^export (type )?(\*|\{[^}]*\}) from ['"]([^'"]+)['"];?\n?/gm
const DECLARED = /^(?:export )?(?:declare )?(?:abstract )?(interface|type|class|function|const) (\w+)/gm

/**
 * One file of declarations that needs no other, made of those that `entry` leads to: what `entry` exports is exported,
 * the rest is there for it. Names have to be unique across the files.
 */
export function oneDeclaration(files: Declarations, entry: string): string {
  const own = textOf(files, entry)
  const exported = [...own.matchAll(REEXPORT)].flatMap(([, type, names = '', from = '']) => {
    if (names === '*') return declaredIn(textOf(files, beside(entry, from))).map((name) => `type ${name}`)
    const each = names.slice(1, -1).split(',')
    return each
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => (type ? `type ${name}` : name))
  })
  const paths = [...ledTo(files, entry)].filter((path) => path !== entry)
  onlyOnce(paths.flatMap((path) => declaredIn(textOf(files, path))))
  const bodies = paths.map((path) =>
    textOf(files, path)
      .replace(IMPORT, '')
      .replace(REEXPORT, '')
      .replace(/^export \{\};?\n?/gm, '')
      .replace(
        /^export (declare )?(?=abstract|interface|type|class|function|const)/gm,
        (_, declare = '') => declare,
      )
      .trim(),
  )
  return `${bodies.join('\n\n')}\n\nexport {\n${exported.map((name) => `  ${name},\n`).join('')}}\n`
}

/** Every file that one leads to, what is needed before what needs it. */
function ledTo(files: Declarations, path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen
  const waiting = new Set([...seen, path])
  const text = textOf(files, path)
  const from = [...text.matchAll(IMPORT), ...text.matchAll(REEXPORT)].map((found) =>
    beside(path, found.at(-1) ?? ''),
  )
  for (const next of from)
    if (!waiting.has(next)) for (const one of ledTo(files, next, waiting)) waiting.add(one)
  return waiting
}

/** Two interfaces of one name would become one, and nobody would be told. */
function onlyOnce(names: readonly string[]): void {
  const twice = names.filter((name, place) => names.indexOf(name) !== place)
  if (twice.length > 0) throw new Error(`declared in more than one file: ${twice.join(', ')}`)
}

/** The names declared in a file; a class and the interface that is merged with it are one. */
function declaredIn(text: string): readonly string[] {
  const declared = [...text.matchAll(DECLARED)].map(([, kind = '', name = '']) => ({ kind, name }))
  const classes = new Set(declared.flatMap(({ kind, name }) => (kind === 'class' ? [name] : [])))
  return declared.flatMap(({ kind, name }) => (kind === 'interface' && classes.has(name) ? [] : [name]))
}

function beside(path: string, from: string): string {
  const url = new URL(from, new URL(path, 'file:///'))
  return url.pathname.slice(1).replace(/(?:\.d)?\.ts$/, '.d.ts')
}

function textOf(files: Declarations, path: string): string {
  const text = files.get(path)
  if (text === undefined) throw new Error(`${path} was not compiled; is it a package of ours?`)
  return text
}
