import { type ProjectId, permissionChange, type RoleId } from '@roster/domain'
import { Document as YamlDocument } from 'yaml'
import { untilText } from './document/until.ts'
import { type Grant, type Group, inOrder, type Organization, type Person, type Project } from './model.ts'
import { snakeKey } from './want/organization.ts'
import { findRole } from './want/roles.ts'

/**
 * The whole organization as a file that `plan` finds nothing to do for. The order is always the same, so that two
 * exports differ only where the organization does.
 */
export function exportYaml(organization: Organization): string {
  const document = new YamlDocument(written(organization))
  document.commentBefore = ' Compare with `roster plan`, carry out with `roster apply`.'
  return document.toString({ lineWidth: 110, indentSeq: false })
}

type Plain = Record<string, unknown>

function written(organization: Organization): Plain {
  const { name, policies, services } = organization
  const project = (ref: ProjectId) => organization.projects.get(ref)?.name ?? ''
  const role = (ref: RoleId) => roleWord(organization, ref)
  const terms: Words = { role, project, grants: (grants) => grantsOf(grants, { role, project }) }
  return {
    version: 1,
    organization: { name, policies: inner(policies) },
    roles: { organization: rolesAt(organization, 'organization'), project: rolesAt(organization, 'project') },
    projects: byName(organization.projects.values(), (one) => projectOf(one, terms)),
    groups: byName(organization.groups.values(), (one) => groupOf(one, terms, organization)),
    members: Object.fromEntries(
      inOrder(organization.people.keys()).flatMap((key) => {
        const person = organization.people.get(key)
        return !person || person.standing === 'expired' ? [] : [[key, personOf(person, terms, organization)]]
      }),
    ),
    ...(services.size > 0 && {
      service_accounts: byName(services.values(), (one) => ({
        ...(one.description && { description: one.description }),
        role: role(one.role),
        ...(one.projects.size > 0 && { projects: terms.grants(one.projects) }),
      })),
    }),
  }
}

type Words = {
  readonly role: (ref: RoleId) => string
  readonly project: (ref: ProjectId) => string
  readonly grants: (grants: ReadonlyMap<ProjectId, Grant>) => Plain
}

/** A built-in role by the word it has everywhere, unless a custom one is called so here. */
export function roleWord({ roles }: Pick<Organization, 'roles'>, ref: RoleId): string {
  const role = roles.get(ref)
  if (!role) return ''
  return role.key !== null && findRole(roles, role.level, role.key) === ref ? role.key : role.name
}

function inner(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [snakeKey(key), inner(one)]))
}

function byName<One extends { readonly name: string }>(all: Iterable<One>, say: (one: One) => Plain): Plain {
  const byNames = new Map([...all].map((one) => [one.name, one]))
  return Object.fromEntries(
    inOrder(byNames.keys()).flatMap((name) => {
      const one = byNames.get(name)
      return one ? [[name, say(one)]] : []
    }),
  )
}

function rolesAt({ roles }: Organization, level: 'organization' | 'project'): Plain {
  const custom = [...roles.values()].filter((role) => role.level === level && role.key === null)
  return byName(custom, ({ description, permissions }) => ({
    ...(description && { description }),
    // In the order of the table of permissions.
    permissions: permissionChange([], permissions).gains,
  }))
}

function projectOf({ description, visibility, archived, defaultRole }: Project, { role }: Words): Plain {
  return {
    ...(description && { description }),
    visibility,
    ...(archived && { archived }),
    ...(defaultRole && { default_role: role(defaultRole) }),
  }
}

function groupOf(group: Group, { role, grants }: Words, { people, groups }: Organization): Plain {
  // Whoever has not answered in time is in no group, and inviting them again is not for an export to ask.
  const here = inOrder(group.people).filter((key) => people.get(key)?.standing !== 'expired')
  const roles = {
    ...(group.organization && { organization: grantOf(group.organization, role) }),
    ...(group.projects.size > 0 && { projects: grants(group.projects) }),
  }
  return {
    ...(group.description && { description: group.description }),
    members: here,
    ...(group.managers.size > 0 && { managers: inOrder(group.managers) }),
    ...(group.groups.size > 0 && {
      groups: inOrder([...group.groups].map((ref) => groups.get(ref)?.name ?? '')),
    }),
    ...(Object.keys(roles).length > 0 && { roles }),
  }
}

function personOf(person: Person, { role, grants }: Words, { policies }: Organization): Plain | string {
  const says = {
    role: role(person.role),
    ...(person.title && { title: person.title }),
    ...(person.projects.size > 0 && { projects: grants(person.projects) }),
    ...(person.standing === 'invited' &&
      person.joinsDefaults !== policies.addToDefaultProjects && { default_projects: person.joinsDefaults }),
  }
  return Object.keys(says).length === 1 ? says.role : says
}

function grantsOf(
  grants: ReadonlyMap<ProjectId, Grant>,
  { role, project }: Pick<Words, 'role' | 'project'>,
): Plain {
  const byProject = new Map([...grants].map(([ref, grant]) => [project(ref), grant]))
  return Object.fromEntries(
    inOrder(byProject.keys()).flatMap((name) => {
      const grant = byProject.get(name)
      return grant ? [[name, grantOf(grant, role)]] : []
    }),
  )
}

function grantOf({ role, until }: Grant, word: Words['role']): Plain | string {
  return until === null ? word(role) : { role: word(role), until: untilText(until) }
}
