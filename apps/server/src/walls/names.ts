import type { Findings, Tree } from './tree.ts'

/** What stands at the top of the repository, and nothing else. */
const TOP = new Set([
  '.ci',
  '.dockerignore',
  '.env.example',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'Dockerfile',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'apps',
  'biome.json',
  'knip.json',
  'package.json',
  'packages',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'scripts',
  'tsconfig.base.json',
  'turbo.json',
])

/** The slices of the product: the same name in every package that has them. */
const SLICES = [
  'identity',
  'organizations',
  'members',
  'invitations',
  'roles',
  'projects',
  'groups',
  'assignments',
  'requests',
  'domains',
  'templates',
  'onboarding',
  'notifications',
  'reviews',
  'insights',
  'exports',
  'imports',
  'history',
  'service-accounts',
  'keys',
  'checks',
  'webhooks',
  'audit',
]

/** Folders of a package that are not slices, because they serve them all. */
const BESIDE_SLICES: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/api': ['live', 'mailbox', 'outbox', 'platform', 'testing', 'transport'],
  'apps/web': ['account', 'api', 'frame', 'mailbox', 'pages', 'testing', 'theme', 'ui'],
}

/** Names that say nothing about what is inside, alone (`utils.ts`) or as a surname (`date-utils.ts`). */
const EMPTY_NAME = /^(?:.*-)?(?:utils?|helpers?|managers?|services?|misc)$|^(?:base|commons?|shared|lib)$/i

const LONGEST = 400
/** Files that are long because what they hold is: a list, not a train of thought. */
const LONG: ReadonlySet<string> = new Set([])

/** Every folder and file is where its name says, and its name says something. */
export function nameWalls(tree: Tree): Findings {
  return [
    ...top(tree),
    ...homeless(tree),
    ...[...tree].flatMap(([path, text]) => {
      const found: string[] = []
      const slice = unknownSlice(path)
      if (slice) found.push(`${path}: “${slice}” is neither a slice nor listed beside them`)
      if (/^(packages|apps)\//.test(path))
        for (const name of path.split('/').slice(2))
          if (EMPTY_NAME.test(name.split('.')[0] ?? ''))
            found.push(`${path}: “${name}” says nothing; name what it does`)
      const lines = text.split('\n').length - 1
      if (/\.(tsx?|mjs|css)$/.test(path) && lines > LONGEST && !LONG.has(path))
        found.push(`${path}: ${lines} lines; split it by meaning`)
      return found
    }),
  ]
}

function top(tree: Tree): string[] {
  const names = new Set([...tree.keys()].map((path) => path.split('/')[0] ?? path))
  return [...names]
    .filter((name) => !TOP.has(name))
    .map((name) => `${name}: the top of the repository is a fixed list`)
}

/** Every folder of packages/ and apps/ is a package. */
function homeless(tree: Tree): string[] {
  const homes = new Set(
    [...tree.keys()].flatMap((path) => /^(?:packages|apps)\/[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  )
  return [...homes]
    .filter((home) => !tree.has(`${home}/package.json`))
    .map((home) => `${home}: not a package; it has no package.json`)
}

function unknownSlice(path: string): string | null {
  const [, packagePath = '', folder = ''] = /^((?:packages|apps)\/[^/]+)\/src\/([^/]+)\//.exec(path) ?? []
  const beside = BESIDE_SLICES[packagePath]
  return beside && !SLICES.includes(folder) && !beside.includes(folder) ? folder : null
}
