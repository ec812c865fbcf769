import { ALL_PERMISSIONS, type Permission, type ProjectId, permissionsOf } from '@roster/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { applySteps } from './apply.ts'
import { parseFile } from './document/parse.ts'
import { PRUNABLE } from './document/schema.ts'
import { exportYaml } from './export.ts'
import { builtInNamed, type Grant, type Organization } from './model.ts'
import { type Plan, planOf } from './plan/plan.ts'
import { kept } from './testing/kept.ts'
import { anyOrganization, NOW } from './testing/organizations.ts'

/** Another organization's file with sections left out, and with or without taking away what is not in it. */
const anyChange = fc.record({
  current: anyOrganization,
  wished: anyOrganization,
  prune: fc.oneof(fc.constant(true), fc.constant(false), fc.subarray([...PRUNABLE])),
  left: fc.subarray(['organization', 'roles', 'members', 'service_accounts', 'groups', 'projects'], {
    maxLength: 2,
  }),
})
type AnyChange = typeof anyChange extends fc.Arbitrary<infer T> ? T : never

function fileOf({ wished, prune, left }: Omit<AnyChange, 'current'>): string {
  const written: unknown = parse(exportYaml(wished))
  const entries = Object.entries(written ?? {}).filter(([key]) => !left.some((one) => one === key))
  return JSON.stringify({ ...Object.fromEntries(entries), prune })
}

function planned(file: string, current: Organization): ReturnType<typeof planOf> {
  const parsed = parseFile(file)
  if (!('document' in parsed)) throw new Error(JSON.stringify(parsed))
  return planOf(parsed.document, current, NOW)
}

function possible(file: string, current: Organization): Plan {
  const plan = planned(file, current)
  if ('problems' in plan) throw new Error(plan.problems.map(({ message }) => message).join(' '))
  return plan
}

describe('organization as code', () => {
  test('what was exported plans to nothing, whatever the organization', () => {
    fc.assert(
      fc.property(anyOrganization, fc.boolean(), (organization, prune) => {
        const text = exportYaml(organization)
        const plan = possible(prune ? text.replace('version: 1', 'version: 1\nprune: true') : text, {
          ...organization,
          // Whoever has not answered in time is not in an export, and not missed by one that prunes.
          people: new Map([...organization.people].filter(([, { standing }]) => standing !== 'expired')),
        })
        expect(plan.steps).toEqual([])
        expect(plan.effects).toEqual([])
        expect(plan.extras).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('applied once, it is as planned; applied twice, there is nothing to do', async () => {
    let ran = 0
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ current, ...change }) => {
        const file = fileOf(change)
        const plan = planned(file, current)
        if ('problems' in plan) return
        ran += 1
        const remote = kept(current)
        expect((await applySteps(remote, plan.steps)).refused).toBeNull()
        expect(comparable(remote.now())).toEqual(comparable(plan.after))
        expect(possible(file, remote.now()).steps).toEqual([])
      }),
      { numRuns: 600 },
    )
    expect(ran).toBeGreaterThan(80)
  })

  test('no step leaves the organization without an owner', async () => {
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ current, ...change }) => {
        const plan = planned(fileOf(change), current)
        if ('problems' in plan) return
        const remote = kept(current)
        for (const step of plan.steps) {
          await remote.apply([step])
          const owners = [...remote.now().people.values()].filter(
            ({ standing, role }) => standing === 'member' && role === builtInNamed('organization', 'owner'),
          )
          expect(owners.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('gains and losses are the difference of what everybody may do before and after', async () => {
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ current, ...change }) => {
        const plan = planned(fileOf(change), current)
        if ('problems' in plan) return
        const remote = kept(current)
        await applySteps(remote, plan.steps)
        const told = new Set<string>()
        for (const { who, changes } of plan.effects) {
          const key = 'person' in who ? who.person : `service=${who.service}`
          for (const { project, gains, losses } of changes) {
            for (const one of gains) told.add(`+ ${key} ${project} ${one}`)
            for (const one of losses) told.add(`- ${key} ${project} ${one}`)
          }
        }
        expect([...told].sort()).toEqual(differenceOf(current, remote.now()))
      }),
      { numRuns: 150 },
    )
  })

  test('the order of the file does not matter', () => {
    fc.assert(
      fc.property(anyChange, ({ current, ...change }) => {
        const file = fileOf(change)
        const { before: _, ...one } = { before: null, ...planned(file, current) }
        const { before: __, ...other } = {
          before: null,
          ...planned(JSON.stringify(turned(JSON.parse(file))), current),
        }
        const sorted = (plan: unknown) =>
          JSON.stringify(plan, (_, value) =>
            value instanceof Map ? [...value] : value instanceof Set ? [...value].sort() : value,
          )
        if ('steps' in one && 'steps' in other) expect(sorted(other.steps)).toEqual(sorted(one.steps))
        else expect('problems' in other).toBe('problems' in one)
      }),
      { numRuns: 150 },
    )
  })
})

/** Every object with its keys the other way round, and every list too. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, turned(inner)])
      .reverse(),
  )
}

/** Without what is not held but said: reasons, and names of those who were only invited. */
function comparable(organization: Organization): unknown {
  const grants = (map: ReadonlyMap<ProjectId, Grant>) =>
    [...map].map(([project, { role, until }]) => `${project} ${role} ${until}`).sort()
  return {
    ...organization,
    people: [...organization.people]
      .map(([key, { standing, title, role, projects, joinsDefaults }]) =>
        [key, standing, title, role, joinsDefaults, grants(projects)].join(),
      )
      .sort(),
    groups: [...organization.groups]
      .map(([ref, { name, description, people, managers, groups, organization: at, projects }]) =>
        JSON.stringify([
          ...[ref, name, description, [...people].sort(), [...managers].sort(), [...groups].sort()],
          ...[at?.role, at?.until, grants(projects)],
        ]),
      )
      .sort(),
    services: [...organization.services]
      .map(([key, { role, projects }]) => [key, role, grants(projects)].join())
      .sort(),
  }
}

type Holder = { readonly organization: Grant | null; readonly projects: ReadonlyMap<ProjectId, Grant> }

/** What everybody may do, found out by looking at each permission in each place where they hold anything. */
function accessOf(organization: Organization, places: readonly ProjectId[]) {
  const { people, groups, projects, roles, policies, services } = organization
  const can = new Set<string>()
  const touched = new Set<string>()
  const allows = (grant: Grant | null | undefined, permission: Permission) => {
    const role = grant && roles.get(grant.role)
    return role ? permissionsOf(role, policies).has(permission) : false
  }
  const around = (key: string): Holder[] => {
    const found = new Set([...groups].flatMap(([ref, group]) => (group.people.has(key) ? [ref] : [])))
    for (let size = -1; size !== found.size; ) {
      size = found.size
      for (const [ref, group] of groups)
        for (const child of group.groups) if (found.has(child)) found.add(ref)
    }
    return [...found].flatMap((ref) => groups.get(ref) ?? [])
  }
  const note = (key: string, holders: readonly Holder[]) => {
    for (const permission of ALL_PERMISSIONS) {
      const everywhere = holders.some((one) => allows(one.organization, permission))
      if (everywhere) can.add(`${key} null ${permission}`)
      for (const project of places) {
        const there = holders.some((one) => allows(one.projects.get(project), permission))
        if (permission.startsWith('project.') && (everywhere || there))
          can.add(`${key} ${project} ${permission}`)
      }
    }
    touched.add(`${key} null`)
    for (const { projects } of holders)
      for (const project of projects.keys()) touched.add(`${key} ${project}`)
  }
  for (const [key, { standing, role, projects: own, joinsDefaults }] of people) {
    if (standing === 'expired') continue
    const joining = [...projects].flatMap(([ref, { archived, defaultRole }]): [ProjectId, Grant][] =>
      archived || !defaultRole || own.has(ref) ? [] : [[ref, { role: defaultRole, until: null }]],
    )
    const direct = new Map([...(joinsDefaults ? joining : []), ...own])
    note(key, [{ organization: { role, until: null }, projects: direct }, ...around(key)])
  }
  for (const [key, { role, projects: own }] of services) {
    note(`service=${key}`, [{ organization: { role, until: null }, projects: own }])
  }
  return { can, touched }
}

function differenceOf(before: Organization, after: Organization): readonly string[] {
  const places = [...new Set([...before.projects.keys(), ...after.projects.keys()])]
  const was = accessOf(before, places)
  const is = accessOf(after, places)
  const touched = new Set([...was.touched, ...is.touched])
  const between = (sign: string, one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].flatMap((right) => {
      if (other.has(right) || !touched.has(right.slice(0, right.lastIndexOf(' ')))) return []
      return [`${sign} ${right}`]
    })
  return [...between('+', is.can, was.can), ...between('-', was.can, is.can)].sort()
}
