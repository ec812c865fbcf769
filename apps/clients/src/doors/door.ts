import type { RefusalCode } from '@roster/domain'

/** Why somebody was told no, whichever door said so. */
export class Refused extends Error {
  readonly code: string

  constructor(code: RefusalCode | (string & {})) {
    super(code)
    this.code = code
  }
}

/** What came of one recipient of an invitation. */
export interface Invited {
  readonly recipient: string
  readonly outcome: string
}

export interface InvitationSeen {
  readonly email: string | null
  readonly role: string
  readonly status: string
}

/** What one person does, in words that every door understands; people and roles go by address and key. */
export interface Hands {
  members(): Promise<readonly { readonly email: string | null; readonly role: string | null }[]>
  invite(recipients: readonly string[], role: string | null): Promise<readonly Invited[]>
  /** The open ones, by address. */
  invitations(): Promise<readonly InvitationSeen[]>
  resend(email: string): Promise<void>
  revoke(email: string): Promise<void>
  setRole(email: string, role: string): Promise<void>
  remove(email: string): Promise<void>
  /** Roles in a project: by its name and the key of the role. */
  setProjectRole(email: string, project: string, role: string): Promise<void>
  projectMembers(
    project: string,
  ): Promise<readonly { readonly email: string | null; readonly role: string | null }[]>
}

/** Whoever acts at a door: their session and their key, each of which does as well as the other. */
export interface Credentials {
  readonly cookie: string
  readonly key: string
}

/** Where the product is, and what is called how there. */
export interface Site {
  /** Where it listens. */
  readonly url: string
  readonly organization: string
  /** Calls a procedure as a page does; answers its data, or throws `Refused`. */
  call(cookie: string, procedure: string, input?: unknown): Promise<unknown>
}

/** One of the ways in. */
export interface Door {
  readonly name: string
  as(site: Site, credentials: Credentials): Hands
}
