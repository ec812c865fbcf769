/** Every permission there is, with the sentence the role matrix shows. Code asks for these, never for role names. */
export const PERMISSIONS = {
  'organization.read': 'See the organization, its home page, and what its roles allow',
  'organization.update': 'Change the name, the short name and the policies of the organization',
  'organization.transfer': 'Make other people owners and take ownership away',
  'organization.delete': 'Delete the organization',
  'organization.export': 'Export members, invitations, assignments and roles',
  'members.read': 'See who is in the organization and which role they hold',
  'members.update': 'Change the role, title and display name of members',
  'members.remove': 'Remove members from the organization',
  'members.reset-password': 'Send members a mail to choose a new password',
  'invitations.read': 'See who has been invited, by whom and with which role',
  'invitations.send': 'Invite people to the organization',
  'invitations.manage': 'Resend, edit, extend, revoke and delete invitations',
  'roles.manage': 'Create, change and delete custom roles',
  'groups.read': 'See groups and who is in them',
  'groups.manage': 'Create, change and delete groups',
  'projects.read': 'See the projects that are visible to the organization',
  'projects.create': 'Create projects',
  'audit.read': 'Read and verify the audit trail',
  'keys.create': 'Make API keys that act for oneself',
  'keys.manage': 'Keep service accounts and everybody’s API keys',
  'webhooks.manage': 'Send events to other systems, and see what was sent',
  'reviews.read': 'See access reviews and their reports',
  'reviews.manage': 'Start, close and cancel access reviews',
  'project.read': 'Open the project',
  'project.update': 'Rename, describe and archive the project',
  'project.delete': 'Delete the project',
  'project.transfer': 'Make others project owners and take it away',
  'project.members.read': 'See who is in the project',
  'project.members.manage': 'Decide who may do what in the project',
  'project.content.read': 'Read the content of the project',
  'project.content.edit': 'Edit the content of the project',
  'project.jobs.run': 'Run jobs in the project',
  'project.connections.manage': 'Manage the connections of the project',
} as const

export type Permission = keyof typeof PERMISSIONS

/** Whether `text` names a permission. */
export function isPermission(text: string): text is Permission {
  return Object.hasOwn(PERMISSIONS, text)
}

/** Every permission, in the order of the table above. */
export const ALL_PERMISSIONS: readonly Permission[] = Object.keys(PERMISSIONS).filter(isPermission)
