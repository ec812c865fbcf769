/**
 * Every way Roster says no: a stable code, the kind that decides the HTTP, tRPC and SCIM answer, and the
 * sentence people read — the same one in the page and in the API. `{name}` is filled from the facts.
 */
export const REFUSALS = {
  'invalid-input': ['invalid', 'Check {field}: {reason}.'],
  'invalid-email': ['invalid', 'This is not a usable email address: {reason}.'],
  'invalid-username': ['invalid', 'Choose another username: {reason}.'],
  'invalid-name': ['invalid', 'Choose another name: {reason}.'],
  'invalid-slug': ['invalid', 'Choose another short name: {reason}.'],
  'weak-password': ['invalid', 'Choose another password: {reason}.'],
  'expiry-out-of-range': ['invalid', 'Choose an expiry between {min} and {max} days.'],
  'search-too-short': ['invalid', 'Type at least {least} characters.'],
  'role-level-mismatch': ['invalid', 'This role belongs to another level. Choose one of the listed roles.'],
  'expiry-in-the-past': ['invalid', 'Choose an end that is still to come.'],
  'reason-required': ['invalid', 'Say why: the organization asks for a reason when {role} is given.'],
  'image-refused': ['invalid', 'This picture cannot be used: {reason}.'],
  'date-in-the-future': ['invalid', 'Choose a day that has begun.'],
  'cursor-invalid': ['invalid', 'This page position belongs to another list. Start from the first page.'],

  'key-needed': ['unauthenticated', 'Send an API key in the header: Authorization: Bearer rst_….'],
  'key-invalid': ['unauthenticated', 'This API key is unknown, revoked or expired. Make another one.'],
  'people-only': ['forbidden', 'Only a person who is signed in may do this, not an API key.'],
  'not-signed-in': ['unauthenticated', 'Sign in to continue.'],
  'wrong-credentials': ['unauthenticated', 'The email address or the password is not right.'],
  'wrong-password': ['forbidden', 'The current password is not right.'],

  'not-permitted': ['forbidden', 'Your role does not allow this. Ask an owner of the organization.'],
  'beyond-your-own': [
    'forbidden',
    'You cannot give or take away more than you hold yourself. Ask an owner of the organization.',
  ],
  'cross-site': ['forbidden', 'This request came from another site and was not carried out.'],
  'wrong-recipient': ['forbidden', 'This invitation is for another account. Sign in with the invited one.'],
  'email-not-verified': [
    'forbidden',
    'Verify your email address first, or open the link from the invitation mail.',
  ],
  'sign-up-closed': [
    'forbidden',
    'Accounts are by invitation here. Ask someone in your organization to invite you.',
  ],
  'creation-closed': ['forbidden', 'Creating organizations is not open to you here. Ask the operator.'],

  'not-found': ['not-found', 'There is nothing here, or it is not yours to see.'],
  'username-unknown': [
    'not-found',
    'Nobody has the username {username}. Check the spelling, or use the email address.',
  ],
  'link-invalid': ['not-found', 'This link is not valid any more. Ask for a new one.'],

  'last-owner': ['conflict', 'An organization always has an owner. Make someone else an owner first.'],
  'transfer-first': ['conflict', 'Owners are protected. Change their role or transfer ownership first.'],
  'already-owner': ['conflict', 'This person is an owner already.'],
  'not-yourself': ['conflict', 'You cannot do this to yourself. Use "Leave organization" instead.'],
  'already-member': ['conflict', 'This person is a member already.'],
  'already-invited': ['conflict', 'This person has an open invitation already.'],
  'invitation-closed': ['gone', 'This invitation was {state}. Ask for a new one.'],
  'invitation-expired': ['gone', 'This invitation has expired. Ask the sender to send it again.'],
  'invitation-not-open': ['conflict', 'This cannot be done with an invitation that is {status}.'],
  'domain-blocked': ['conflict', 'The organization does not accept addresses at {domain}.'],
  'seat-limit': ['conflict', 'All {seats} seats are taken. Remove someone or raise the limit.'],
  'other-organization': [
    'conflict',
    'This person belongs to another organization, and an account may belong to one only.',
  ],
  'must-be-member': ['conflict', 'This person must be an organization member first.'],
  'owner-through-group': ['conflict', 'Owner is given to people, never through a group.'],
  'owner-by-name': [
    'conflict',
    'Owner is given to people one by one, never in the place of another role. Choose another one.',
  ],
  'owner-by-default': ['conflict', 'Owner is given to people by name, never by default.'],
  'group-cycle': ['conflict', 'A group cannot contain itself, not even through other groups.'],
  'already-in-group': ['conflict', 'This is in the group already.'],
  'project-archived': ['conflict', 'This project is archived: nothing in it changes. Restore it first.'],
  'project-not-open': ['conflict', 'This project does not take requests. Ask somebody who is in it.'],
  'requests-closed': ['conflict', 'This organization does not take requests. Ask somebody who is in it.'],
  'already-requested': ['conflict', 'You have asked already. The answer comes by mail and shows here.'],
  'request-closed': ['gone', 'This request was {state} already.'],
  'nothing-to-request': ['conflict', 'You have this access already.'],
  'not-your-own-access': ['conflict', 'Nobody reviews their own access. Choose another reviewer.'],
  'not-your-item': ['forbidden', 'This is for another reviewer to decide.'],
  'review-closed': ['gone', 'This review was {state} already.'],
  'domain-taken': ['conflict', 'Another organization has proven that {domain} is theirs.'],
  'domain-public': [
    'conflict',
    'Anybody can have an address at {domain}, so nobody can prove that it is theirs.',
  ],
  'domain-unproven': ['conflict', 'Prove first that {domain} is yours.'],
  'auto-join-role': [
    'conflict',
    'Nobody joins by themself with a role that decides about other people. Choose another role.',
  ],
  'undo-too-late': ['gone', 'This is more than {days} days ago and cannot be undone any more.'],
  'undo-not-possible': ['conflict', 'This cannot be undone: {reason}.'],
  'import-closed': ['gone', 'This import was {state} already.'],
  'not-your-import': [
    'forbidden',
    'Whoever began this import goes on with it. Import the file yourself, or cancel this one.',
  ],
  'import-incomplete': ['conflict', 'Not all of this file has arrived. Import it once more.'],
  'line-twice': ['conflict', 'Line {line} is about the same person already.'],
  'name-unknown': [
    'not-found',
    'There is no {kind} called “{name}” here that is yours to give. Check the spelling.',
  ],
  'role-missing': ['invalid', 'Say with which role, such as “{project}: viewer”.'],
  'cell-too-long': ['invalid', 'This is longer than {most} characters.'],
  'expiry-unreadable': ['invalid', 'Write a number of days, a day such as 2027-01-31, or “never”.'],
  'export-expired': ['gone', 'This download is not there any more. Make the export again.'],
  'role-in-use': ['conflict', 'People still hold this role. Give them another one first.'],
  'role-protected': [
    'conflict',
    'This role is part of every organization and cannot be changed in this way.',
  ],
  'webhook-url': ['invalid', 'This address cannot be used: {reason}.'],
  'webhook-off': ['conflict', 'This webhook is switched off. Switch it on first.'],
  'webhook-limit': ['conflict', 'An organization has {most} webhooks at the most. Delete one first.'],
  'event-gone': ['gone', 'This event is not kept any more and cannot be sent again.'],
  'name-taken': ['conflict', 'There is one with this name already. Choose another name.'],
  'slug-taken': ['conflict', 'This short name is taken. Choose another one.'],
  'username-taken': ['conflict', 'This username is taken. Choose another one.'],
  'email-taken': ['conflict', 'There is an account with this address already. Sign in instead.'],
  'owns-organizations': [
    'conflict',
    'You are the last owner of {organizations}. Make someone else an owner first.',
  ],
  'set-up-done': ['gone', 'This Roster is set up already. Sign in instead.'],
  'owner-is-a-person': ['conflict', 'An organization is owned by people, not by service accounts.'],
  'another-persons-key': [
    'forbidden',
    'Only whoever it acts for may make or renew a personal key. You can revoke it.',
  ],
  'key-never-widens': ['conflict', 'A key never gets to do more than when it was made. Make another one.'],
  'key-outlives': [
    'forbidden',
    'A key cannot make one that ends later than itself. Choose an earlier end, or sign in to make it.',
  ],
  'key-over': ['gone', 'This key has expired. Make another one.'],
  'key-limit': ['conflict', 'There are {most} keys already. Revoke those that are not needed any more.'],
  'service-account-limit': [
    'conflict',
    'There are {most} service accounts already. Remove those that are not needed any more.',
  ],
  'precondition-failed': [
    'precondition',
    'This was changed since you read it: its ETag is another one. Read it again before you go on.',
  ],
  'repeat-differs': [
    'unprocessable',
    'This Idempotency-Key was used for another request. Use a new one for each request.',
  ],
  'repeat-under-way': ['conflict', 'The request with this Idempotency-Key is still under way. Wait for it.'],
  'changed-meanwhile': [
    'conflict',
    'This was changed by someone else meanwhile. Look at it again before you go on.',
  ],

  'too-large': ['too-large', 'This is more than can be taken in one go ({most} at most). Send it in parts.'],
  'too-many-attempts': ['too-many', 'Too many attempts. Try again in {seconds} seconds.'],
  'rate-limited': ['too-many', 'Too many requests with this key. Try again in {seconds} seconds.'],
  'storage-full': ['unavailable', 'The storage is full: nothing was changed. Ask the operator to make room.'],
  busy: ['unavailable', 'Roster is busy: nothing was changed. Try again in a moment.'],
} as const satisfies Record<string, readonly [RefusalKind, string]>

/** What a refusal means to a caller; `transport/status.ts` maps each one once. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'precondition'
  | 'unprocessable'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

export type RefusalCode = keyof typeof REFUSALS
export type RefusalFacts = Readonly<Record<string, string | number | readonly string[]>>

/** Rules return a refusal, commands throw it; anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly kind: RefusalKind
  /** What fills the sentence; `field` names the input to mend. */
  readonly facts: RefusalFacts

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    const [kind, sentence] = REFUSALS[code]
    super(sentence.replace(/\{(\w+)\}/g, (_, name: string) => said(facts[name])))
    this.name = 'Refusal'
    this.code = code
    this.kind = kind
    this.facts = facts
  }
}

function said(fact: RefusalFacts[string] | undefined): string {
  if (fact === undefined) return '…'
  return typeof fact === 'object' ? fact.join(', ') : String(fact)
}

/** The value, or the refusal thrown. */
export function orThrow<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw value
  return value
}
