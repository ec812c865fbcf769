/** A moment as epoch milliseconds, UTC: the same number on the wire and in the table. */
export type Instant = number

/** Prefix of every kind of id. The rest is opaque to everybody but the generator. */
export const ID_PREFIXES = {
  organization: 'org',
  user: 'usr',
  member: 'mem',
  role: 'rol',
  assignment: 'asg',
  invitation: 'inv',
  project: 'prj',
  group: 'grp',
  groupMember: 'gme',
  session: 'ses',
  message: 'msg',
  auditEntry: 'aud',
  oneTimeLink: 'otl',
  change: 'chg',
  request: 'req',
  domain: 'dom',
  review: 'rev',
  reviewItem: 'rvi',
  import: 'imp',
  step: 'stp',
  serviceAccount: 'svc',
  apiKey: 'key',
  webhook: 'whk',
  delivery: 'dlv',
} as const

export type IdPrefix = (typeof ID_PREFIXES)[keyof typeof ID_PREFIXES]
export type Id<P extends IdPrefix> = `${P}_${string}`

export type OrganizationId = Id<'org'>
export type UserId = Id<'usr'>
export type MemberId = Id<'mem'>
export type RoleId = Id<'rol'>
export type AssignmentId = Id<'asg'>
export type InvitationId = Id<'inv'>
export type ProjectId = Id<'prj'>
export type GroupId = Id<'grp'>
export type SessionId = Id<'ses'>
export type MessageId = Id<'msg'>
export type AuditEntryId = Id<'aud'>
export type OneTimeLinkId = Id<'otl'>
/** Everything that one call changed: its audit entries and the rows that began or ended with them share it. */
export type ChangeId = Id<'chg'>
export type RequestId = Id<'req'>
export type DomainId = Id<'dom'>
export type ReviewId = Id<'rev'>
export type ReviewItemId = Id<'rvi'>
export type ImportId = Id<'imp'>
export type StepId = Id<'stp'>
export type ServiceAccountId = Id<'svc'>
export type ApiKeyId = Id<'key'>
export type WebhookId = Id<'whk'>
export type DeliveryId = Id<'dlv'>

const SHAPE = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/

/** Whether `text` is a well-formed id of this kind; says nothing about whether it exists. */
export function isId<P extends IdPrefix>(prefix: P, text: string): text is Id<P> {
  return text.startsWith(`${prefix}_`) && SHAPE.test(text)
}

/** Makes a new id of a kind; passed in wherever one is needed. Ids sort by birth. */
export type NewId = <P extends IdPrefix>(prefix: P) => Id<P>
