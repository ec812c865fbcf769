import type { Findings, Tree } from './tree.ts'

/** Which of our packages each may use, at run time and (types, tests) while it is made. */
const MAY_USE: Readonly<Record<string, { run: readonly string[]; make?: readonly string[] }>> = {
  '@roster/domain': { run: [] },
  '@roster/mail': { run: ['@roster/domain'] },
  '@roster/webhooks': { run: [] },
  '@roster/sdk': { run: [], make: ['@roster/api'] },
  '@roster/sdk-python': { run: [] },
  '@roster/api': { run: ['@roster/domain', '@roster/mail', '@roster/webhooks'] },
  '@roster/cli': { run: ['@roster/domain', '@roster/sdk'] },
  '@roster/server': {
    run: ['@roster/domain', '@roster/mail', '@roster/webhooks', '@roster/api', '@roster/cli'],
    make: ['@roster/sdk'],
  },
  '@roster/docs': { run: [], make: ['@roster/api', '@roster/domain', '@roster/sdk', '@roster/server'] },
  '@roster/web': { run: ['@roster/domain'], make: ['@roster/api'] },
  '@roster/clients': {
    run: [],
    make: ['@roster/server', '@roster/sdk', '@roster/cli', '@roster/api', '@roster/domain'],
  },
  '@roster/e2e': { run: [] },
}

/** Dependencies point one way, the domain has none, and versions stand in one place. */
export function packageWalls(tree: Tree): Findings {
  return [...tree].flatMap(([path, text]) => {
    if (!/^(packages|apps)\/[^/]+\/package\.json$/.test(path)) return []
    const manifest: unknown = JSON.parse(text)
    const name = String(field(manifest, 'name'))
    const run = { ...object(manifest, 'dependencies'), ...object(manifest, 'optionalDependencies') }
    const make = object(manifest, 'devDependencies')
    const allowed = MAY_USE[name]
    if (!allowed) return [`${path}: ${name} has no place in the order of packages yet (MAY_USE)`]
    return [
      ...ours(run)
        .filter((used) => !allowed.run.includes(used))
        .map((used) => `${path}: ${name} may not depend on ${used}`),
      ...ours(make)
        .filter((used) => !allowed.run.includes(used) && !allowed.make?.includes(used))
        .map((used) => `${path}: ${name} may not use ${used}, even for development`),
      ...(name === '@roster/domain' ? Object.keys(run) : []).map(
        (used) => `${path}: the domain depends on nothing, not even ${used}`,
      ),
      ...Object.entries({ ...run, ...make })
        .filter(([used, version]) => version !== (used.startsWith('@roster/') ? 'workspace:*' : 'catalog:'))
        .map(([used]) => `${path}: the version of ${used} belongs in the catalog`),
    ]
  })
}

function ours(dependencies: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(dependencies).filter((name) => name.startsWith('@roster/'))
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function object(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const found = field(value, name)
  return typeof found === 'object' && found !== null ? { ...found } : {}
}
