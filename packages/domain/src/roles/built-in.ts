import { isProjectPermission, type RoleLevel } from './level.ts'
import { ALL_PERMISSIONS, type Permission } from './permissions.ts'

export const ORGANIZATION_ROLE_KEYS = ['owner', 'admin', 'member', 'viewer'] as const
export const PROJECT_ROLE_KEYS = ['owner', 'admin', 'editor', 'viewer'] as const

export type OrganizationRoleKey = (typeof ORGANIZATION_ROLE_KEYS)[number]
export type ProjectRoleKey = (typeof PROJECT_ROLE_KEYS)[number]
export type BuiltInKey = OrganizationRoleKey | ProjectRoleKey

export type BuiltInRole = {
  readonly level: RoleLevel
  readonly key: BuiltInKey
  readonly name: string
  /** One plain sentence, beside the role in pickers. */
  readonly description: string
  /** Ends "You will be able to …" on the page of an invitee. */
  readonly can: readonly string[]
  /** Ends "You will not be able to …" there. */
  readonly cannot: readonly string[]
  readonly permissions: ReadonlySet<Permission>
}

/** What only owners hold among the built-in roles, at either level. */
export const OWNERS_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'organization.transfer',
  'organization.delete',
  'project.transfer',
  'project.delete',
])

/** The roles every organization has from birth, most powerful first. */
export const BUILT_IN_ROLES = {
  organization: {
    owner: {
      level: 'organization',
      key: 'owner',
      name: 'Owner',
      description: 'Runs the organization: may do everything, also transfer or delete it.',
      can: [
        'do everything in the organization and in every project',
        'make other people owners and take ownership away',
        'delete the organization',
      ],
      cannot: [],
      permissions: new Set(ALL_PERMISSIONS),
    },
    admin: {
      level: 'organization',
      key: 'admin',
      name: 'Admin',
      description:
        'Manages people, roles, projects and settings, but cannot transfer or delete the organization.',
      can: [
        'invite and remove people and change their roles',
        'create and manage projects, groups and roles',
        'change the settings of the organization',
        'read the audit trail',
      ],
      cannot: ['make someone an owner or change an owner', 'delete the organization or a project'],
      permissions: new Set(ALL_PERMISSIONS.filter((permission) => !OWNERS_ONLY.has(permission))),
    },
    member: {
      level: 'organization',
      key: 'member',
      name: 'Member',
      description: 'Sees the organization, its people and groups, and works in the projects given to them.',
      can: [
        'see who is in the organization and in its groups',
        'see the projects of the organization',
        'work in the projects you are given',
      ],
      cannot: ['invite people or change roles', 'change the settings of the organization'],
      permissions: new Set<Permission>([
        'organization.read',
        'members.read',
        'projects.read',
        'groups.read',
        'keys.create',
      ]),
    },
    viewer: {
      level: 'organization',
      key: 'viewer',
      name: 'Viewer',
      description: 'Sees the organization, its people and its projects, and changes nothing.',
      can: ['see the organization and who is in it', 'see the projects of the organization'],
      cannot: ['invite people or change roles', 'see groups', 'change anything'],
      permissions: new Set<Permission>(['organization.read', 'members.read', 'projects.read']),
    },
  },
  project: {
    owner: {
      level: 'project',
      key: 'owner',
      name: 'Owner',
      description: 'Runs the project: may do everything in it, also transfer or delete it.',
      can: ['do everything in the project', 'make others project owners', 'delete the project'],
      cannot: [],
      permissions: new Set(ALL_PERMISSIONS.filter(isProjectPermission)),
    },
    admin: {
      level: 'project',
      key: 'admin',
      name: 'Admin',
      description: 'Manages the project and its people, but cannot transfer or delete it.',
      can: [
        'decide who may do what in the project',
        'rename and archive the project',
        'edit its content, run jobs and manage connections',
      ],
      cannot: ['make someone a project owner', 'delete the project'],
      permissions: new Set(ALL_PERMISSIONS.filter((p) => isProjectPermission(p) && !OWNERS_ONLY.has(p))),
    },
    editor: {
      level: 'project',
      key: 'editor',
      name: 'Editor',
      description: 'Edits the content of the project, runs jobs and manages connections.',
      can: ['open the project and edit its content', 'run jobs', 'manage connections'],
      cannot: ['decide who may do what in the project', 'rename, archive or delete the project'],
      permissions: new Set<Permission>([
        'project.read',
        'project.members.read',
        'project.content.read',
        'project.content.edit',
        'project.jobs.run',
        'project.connections.manage',
      ]),
    },
    viewer: {
      level: 'project',
      key: 'viewer',
      name: 'Viewer',
      description: 'Reads the content of the project and changes nothing.',
      can: ['open the project and read its content', 'see who is in the project'],
      cannot: ['edit content or run jobs', 'decide who may do what in the project'],
      permissions: new Set<Permission>(['project.read', 'project.members.read', 'project.content.read']),
    },
  },
} as const satisfies {
  readonly organization: Readonly<Record<OrganizationRoleKey, BuiltInRole>>
  readonly project: Readonly<Record<ProjectRoleKey, BuiltInRole>>
}

/** The built-in roles of a level, most powerful first. */
export function builtInRoles(level: RoleLevel): readonly BuiltInRole[] {
  return Object.values<BuiltInRole>(BUILT_IN_ROLES[level])
}

/** The built-in role with this key at this level, or null; anything but a key of the table is null. */
export function builtInRole(level: RoleLevel, key: string): BuiltInRole | null {
  const roles: Readonly<Record<string, BuiltInRole>> = BUILT_IN_ROLES[level]
  return (Object.hasOwn(roles, key) && roles[key]) || null
}
