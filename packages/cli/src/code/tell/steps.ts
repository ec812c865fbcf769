import { type OrganizationPolicies, permissionChange } from '@roster/domain'
import { inOrder, type Project, type Role } from '../model.ts'
import type { Plan } from '../plan/plan.ts'
import type { Step, Terms } from '../plan/step.ts'
import { snakeKey } from '../want/organization.ts'
import { listing, type Names, namesIn, signOf } from './names.ts'

/** A step in words: what it is about, and what changes of it. */
export type ToldStep = {
  readonly sign: '+' | '~' | '-'
  readonly action: Step['do']
  readonly what: string
  readonly details: readonly Detail[]
}

/** Null for nothing. */
export type Detail = { readonly field: string; readonly before: string | null; readonly after: string | null }

/** Every step of a plan in words, in its order. */
export function toldSteps(plan: Pick<Plan, 'before' | 'after' | 'steps'>): readonly ToldStep[] {
  const names = namesIn(plan)
  return plan.steps.map((step) => toldStep(step, names))
}

function toldStep(step: Step, names: Names): ToldStep {
  return {
    sign: signOf(step),
    action: step.do,
    what: whatOf(step, names),
    details: detailsOf(step, names).filter(({ before, after }) => before !== after),
  }
}

function whatOf(step: Step, names: Names): string {
  switch (step.do) {
    case 'update-organization':
      return 'organization'
    case 'create-role':
    case 'update-role':
      return `role ${step.after.name} (${step.after.level})`
    case 'delete-role':
      return `role ${step.before.name} (${step.before.level})`
    case 'create-project':
    case 'update-project':
      return `project ${step.after.name}`
    case 'archive-project':
      return `project ${step.before.name}, archived`
    case 'restore-project':
      return `project ${step.before.name}, out of the archive`
    case 'delete-project':
      return `project ${step.before.name}, with every role in it`
    case 'create-group':
    case 'update-group':
      return `group ${step.after.name}`
    case 'delete-group':
      return `group ${step.before.name}, with all that it gives`
    case 'nest':
    case 'unnest':
      return `group ${names.group(step.child)} within group ${names.group(step.group)}`
    case 'give':
    case 'take':
      return `${names.subject(step.subject)} at ${names.place(step.project)}`
    case 'add-to-group':
    case 'remove-from-group':
      return `${step.person} in group ${names.group(step.group)}`
    case 'appoint':
    case 'dismiss':
      return `${step.person} as a manager of group ${names.group(step.group)}`
    case 'set-title':
      return step.person
    case 'invite':
      return `invitation of ${step.person}`
    case 'edit-invitation':
    case 'revoke-invitation':
      return `invitation of ${step.person}`
    case 'remove-member':
      return `member ${step.person}, with all that they hold`
    case 'create-service':
    case 'update-service':
      return `service account ${step.after.name}`
    case 'delete-service':
      return `service account ${step.before.name}, with its keys`
  }
}

function detailsOf(step: Step, names: Names): readonly Detail[] {
  switch (step.do) {
    case 'update-organization':
      return [
        { field: 'name', before: step.before.name, after: step.name ?? step.before.name },
        ...policies(step),
      ]
    case 'create-role':
      return roleDetails(null, step.after)
    case 'update-role':
      return roleDetails(step.before, step.after)
    case 'create-project':
      return projectDetails(null, step.after, names)
    case 'update-project':
      return projectDetails(step.before, step.after, names)
    case 'create-group':
      return [{ field: 'description', before: null, after: step.after.description || null }]
    case 'update-group':
    case 'update-service':
      return [
        { field: 'name', before: step.before.name, after: step.after.name },
        {
          field: 'description',
          before: step.before.description || null,
          after: step.after.description || null,
        },
      ]
    case 'create-service':
      return [
        { field: 'role', before: null, after: names.role(step.after.role) },
        { field: 'description', before: null, after: step.after.description || null },
      ]
    case 'give':
      return [
        { field: 'role', before: step.before && names.grant(step.before), after: names.grant(step.after) },
      ]
    case 'take':
      return [{ field: 'role', before: names.grant(step.before), after: null }]
    case 'set-title':
      return [{ field: 'title', before: step.before, after: step.after }]
    case 'invite':
      return terms(null, step.after, names)
    case 'edit-invitation':
      return terms(step.before, step.after, names)
    case 'remove-member':
      return [{ field: 'role', before: names.role(step.before.role), after: null }]
    default:
      return []
  }
}

function policies({
  policies: changed,
  before,
}: Extract<Step, { do: 'update-organization' }>): readonly Detail[] {
  return Object.entries(changed ?? {}).map(([key, after]) => ({
    field: snakeKey(key),
    before: said(Reflect.get(before.policies, key)),
    after: said(after),
  }))
}

function said(value: OrganizationPolicies[keyof OrganizationPolicies]): string {
  if (value === null) return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([key, one]) => `${snakeKey(key)} ${one}`)
    .join(', ')
}

function roleDetails(before: Role | null, after: Role): readonly Detail[] {
  const { gains, losses } = permissionChange(before?.permissions ?? [], after.permissions)
  return [
    { field: 'name', before: before?.name ?? after.name, after: after.name },
    { field: 'description', before: before?.description || null, after: after.description || null },
    { field: 'allows', before: null, after: gains.length > 0 ? listing(gains) : null },
    { field: 'allows no more', before: null, after: losses.length > 0 ? listing(losses) : null },
  ]
}

function projectDetails(before: Project | null, after: Project, { role }: Names): readonly Detail[] {
  const byDefault = (project: Project | null) => (project?.defaultRole ? role(project.defaultRole) : null)
  return [
    { field: 'name', before: before?.name ?? after.name, after: after.name },
    { field: 'description', before: before?.description || null, after: after.description || null },
    { field: 'visibility', before: before?.visibility ?? null, after: after.visibility },
    { field: 'default role', before: byDefault(before), after: byDefault(after) },
  ]
}

function terms(before: Terms | null, after: Terms, names: Names): readonly Detail[] {
  const projects = inOrder(new Set([...(before?.projects.keys() ?? []), ...after.projects.keys()]))
  const groups = inOrder(new Set([...(before?.groups ?? []), ...after.groups]))
  return [
    { field: 'role', before: before && names.role(before.role), after: names.role(after.role) },
    ...projects.map((ref) => {
      const was = before?.projects.get(ref)
      const is = after.projects.get(ref)
      return {
        field: names.project(ref),
        before: was ? names.grant(was) : null,
        after: is ? names.grant(is) : null,
      }
    }),
    ...groups.map((ref) => ({
      field: `group ${names.group(ref)}`,
      before: before?.groups.has(ref) ? 'in it' : null,
      after: after.groups.has(ref) ? 'in it' : null,
    })),
    {
      field: 'default projects',
      before: yesNo(before?.joinsDefaults ?? false),
      after: yesNo(after.joinsDefaults),
    },
  ]
}

const yesNo = (yes: boolean) => (yes ? 'yes' : 'no')
