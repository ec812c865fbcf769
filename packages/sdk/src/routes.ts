// Made by `node src/generate/main.ts --routes` from the OpenAPI document; a test holds it against that.
// biome-ignore-all format: a table, as its maker writes it

/** How an operation is asked for. */
export type RouteRow = readonly [
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  marks?: {
    /** Whether it takes anything beside what stands in its path. */
    readonly fields?: true
    /** The list that stands first, and for each entry of which one result is answered. */
    readonly list?: string
    readonly pages?: true
  },
]

/** Every operation there is. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'checks.batch': ['POST', '/check/batch', { fields: true }],
  'checks.check': ['POST', '/check', { fields: true }],
  'checks.permissions': ['POST', '/check/permissions', { fields: true }],
  'checks.projects': ['POST', '/check/projects', { fields: true, pages: true }],
  'checks.subjects': ['POST', '/check/subjects', { fields: true, pages: true }],
  'invitations.create': ['POST', '/organizations/{organization}/invitations', { fields: true, list: 'recipients' }],
  'invitations.extend': ['POST', '/organizations/{organization}/invitations/{invitation}/extend', { fields: true }],
  'invitations.get': ['GET', '/organizations/{organization}/invitations/{invitation}'],
  'invitations.link': ['POST', '/organizations/{organization}/invitations/{invitation}/link'],
  'invitations.list': ['GET', '/organizations/{organization}/invitations', { fields: true, pages: true }],
  'invitations.remove': ['DELETE', '/organizations/{organization}/invitations/{invitation}'],
  'invitations.removeMany': ['POST', '/organizations/{organization}/invitations/remove', { list: 'invitations' }],
  'invitations.resend': ['POST', '/organizations/{organization}/invitations/{invitation}/resend', { fields: true }],
  'invitations.resendMany': ['POST', '/organizations/{organization}/invitations/resend', { fields: true, list: 'invitations' }],
  'invitations.revoke': ['POST', '/organizations/{organization}/invitations/{invitation}/revoke'],
  'invitations.revokeMany': ['POST', '/organizations/{organization}/invitations/revoke', { list: 'invitations' }],
  'invitations.suggest': ['GET', '/organizations/{organization}/invitations/suggestions', { fields: true }],
  'invitations.update': ['PATCH', '/organizations/{organization}/invitations/{invitation}', { fields: true }],
  'keys.create': ['POST', '/organizations/{organization}/keys', { fields: true }],
  'keys.get': ['GET', '/keys/{key}'],
  'keys.list': ['GET', '/organizations/{organization}/keys', { fields: true, pages: true }],
  'keys.revoke': ['DELETE', '/keys/{key}'],
  'keys.rotate': ['POST', '/keys/{key}/rotate', { fields: true }],
  'keys.update': ['PATCH', '/keys/{key}', { fields: true }],
  'members.get': ['GET', '/organizations/{organization}/members/{member}'],
  'members.list': ['GET', '/organizations/{organization}/members', { fields: true, pages: true }],
  'members.remove': ['DELETE', '/organizations/{organization}/members/{member}'],
  'members.removeMany': ['POST', '/organizations/{organization}/members/remove', { list: 'members' }],
  'members.update': ['PATCH', '/organizations/{organization}/members/{member}', { fields: true }],
  'members.updateRole': ['PUT', '/organizations/{organization}/members/{member}/role', { fields: true }],
  'projectGroups.list': ['GET', '/projects/{project}/groups'],
  'projectInvitations.create': ['POST', '/projects/{project}/invitations', { fields: true, list: 'recipients' }],
  'projectInvitations.get': ['GET', '/projects/{project}/invitations/{invitation}'],
  'projectInvitations.list': ['GET', '/projects/{project}/invitations', { fields: true, pages: true }],
  'projectInvitations.resend': ['POST', '/projects/{project}/invitations/{invitation}/resend', { fields: true }],
  'projectInvitations.revoke': ['POST', '/projects/{project}/invitations/{invitation}/revoke'],
  'projectMembers.add': ['POST', '/projects/{project}/members', { fields: true, list: 'members' }],
  'projectMembers.get': ['GET', '/projects/{project}/members/{member}'],
  'projectMembers.list': ['GET', '/projects/{project}/members', { fields: true, pages: true }],
  'projectMembers.remove': ['DELETE', '/projects/{project}/members/{member}'],
  'projectMembers.updateRole': ['PUT', '/projects/{project}/members/{member}', { fields: true }],
  'projects.archive': ['POST', '/projects/{project}/archive'],
  'projects.create': ['POST', '/organizations/{organization}/projects', { fields: true }],
  'projects.delete': ['DELETE', '/projects/{project}', { fields: true }],
  'projects.get': ['GET', '/projects/{project}'],
  'projects.list': ['GET', '/organizations/{organization}/projects', { fields: true, pages: true }],
  'projects.restore': ['POST', '/projects/{project}/restore'],
  'projects.transfer': ['POST', '/projects/{project}/transfer', { fields: true }],
  'projects.update': ['PATCH', '/projects/{project}', { fields: true }],
  'serviceAccounts.create': ['POST', '/organizations/{organization}/service-accounts', { fields: true }],
  'serviceAccounts.get': ['GET', '/organizations/{organization}/service-accounts/{serviceAccount}'],
  'serviceAccounts.list': ['GET', '/organizations/{organization}/service-accounts', { fields: true, pages: true }],
  'serviceAccounts.remove': ['DELETE', '/organizations/{organization}/service-accounts/{serviceAccount}'],
  'serviceAccounts.update': ['PATCH', '/organizations/{organization}/service-accounts/{serviceAccount}', { fields: true }],
}

/** Fields whose own keys are data, and stay as they are. */
export const DICTIONARIES: ReadonlySet<string> = new Set(['item'])
