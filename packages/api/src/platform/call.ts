import type { Instant, NewId } from '@roster/domain'
import type { Actor } from './access.ts'
import type { Activity } from './activity.ts'
import type { Changes } from './changes.ts'
import type { Downloads } from './downloads.ts'
import type { Mailbox } from './kept-mail.ts'
import type { LinkKey } from './links.ts'
import type { MailDomains } from './mail-domains.ts'
import type { Repeat } from './repeat.ts'
import type { WebhookTargets } from './webhook-targets.ts'
import type { Reads, Writer } from './writer.ts'

/** How this instance was configured, as far as the commands care. */
export interface Instance {
  /** Public base URL without a trailing slash; every link starts with it and with nothing else. */
  readonly url: string
  readonly signUp: 'invited' | 'open'
  /** Who may create organizations: every account, people who own one already, or nobody. */
  readonly createOrganizations: 'anyone' | 'owners' | 'nobody'
  /** Where mail goes: to a server, to the mailbox page of a development instance, or nowhere until configured. */
  readonly mail: 'smtp' | 'mailbox' | 'none'
  readonly version: string
  /** Left out: name servers are not asked whether a domain takes mail. */
  readonly mailDomains?: MailDomains | undefined
  /** Left out: what an address leads to is asked only when something is sent there. */
  readonly webhookTargets?: WebhookTargets | undefined
}

/** What the whole process shares. */
export interface Deps {
  readonly reader: Reads
  readonly writer: Writer
  readonly clock: () => Instant
  readonly newId: NewId
  readonly links: LinkKey
  readonly changes: Changes
  readonly activity: Activity
  readonly instance: Instance
  readonly downloads: Downloads
  /** Only in development without a mail server. */
  readonly mailbox: Mailbox | null
}

/** What a door knows of a call once it has authenticated it. */
export interface Call extends Deps {
  readonly actor: Actor | null
  /** Read once, when the call arrived. */
  readonly now: Instant
  /** The caller's session, by its public id. */
  readonly session: string | null
  /** The caller's network address, for limits and the list of devices. */
  readonly address: string
  readonly userAgent: string
  /** Where the caller named the call, so as to make it again without doing it again. */
  readonly repeat?: Repeat | undefined
  /**
   * Given what a command answers, or a bulk command that did one thing, in its own transaction: what shows of the
   * change can be read there.
   */
  readonly afterwards?: ((db: Reads, result: unknown) => Promise<void>) | undefined
  /** Asked in the command's own transaction before it changes anything; throws the refusal. */
  readonly precondition?: ((db: Reads) => Promise<void>) | undefined
}
