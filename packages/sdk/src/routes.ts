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
  'checks.batch': ['POST', '/check/batch', { fields: true, list: 'checks' }],
  'checks.check': ['POST', '/check', { fields: true }],
  'checks.permissions': ['POST', '/check/permissions', { fields: true }],
  'checks.projects': ['POST', '/check/projects', { fields: true }],
  'checks.subjects': ['POST', '/check/subjects', { fields: true }],
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
  'members.get': ['GET', '/organizations/{organization}/members/{member}'],
  'members.list': ['GET', '/organizations/{organization}/members', { fields: true, pages: true }],
  'members.remove': ['DELETE', '/organizations/{organization}/members/{member}'],
  'members.removeMany': ['POST', '/organizations/{organization}/members/remove', { list: 'members' }],
  'members.update': ['PATCH', '/organizations/{organization}/members/{member}', { fields: true }],
  'members.updateRole': ['PUT', '/organizations/{organization}/members/{member}/role', { fields: true }],
  'projectInvitations.create': ['POST', '/projects/{project}/invitations', { fields: true, list: 'recipients' }],
  'projectInvitations.get': ['GET', '/projects/{project}/invitations/{invitation}'],
  'projectInvitations.list': ['GET', '/projects/{project}/invitations', { fields: true, pages: true }],
  'projectInvitations.resend': ['POST', '/projects/{project}/invitations/{invitation}/resend', { fields: true }],
  'projectInvitations.revoke': ['POST', '/projects/{project}/invitations/{invitation}/revoke'],
}

/** Fields whose own keys are data, and stay as they are. */
export const DICTIONARIES: ReadonlySet<string> = new Set(['item'])
