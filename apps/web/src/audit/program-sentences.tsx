import type { AuditAction } from '@roster/domain'
import type { Sentence } from './account-sentences.tsx'
import { actorOf, targetOf } from './names.tsx'

type About<Subject extends string> = Extract<AuditAction, `${Subject}.${string}`>

const did =
  (verb: string, what: string): Sentence =>
  (item) => (
    <>
      {actorOf(item)} {verb} {what} {targetOf(item, '')}
    </>
  )

/** Sentences about programs: who they are, what they come with, and what they are told. */
export const PROGRAM_SENTENCES: Record<About<'service-account' | 'key' | 'webhook'>, Sentence> = {
  'service-account.created': did('created', 'the service account'),
  'service-account.updated': did('changed', 'the service account'),
  'service-account.removed': did('removed', 'the service account'),
  'key.created': did('created', 'the API key'),
  'key.updated': did('changed', 'the API key'),
  'key.rotated': did('rotated', 'the API key'),
  'key.revoked': did('revoked', 'the API key'),
  'webhook.created': did('created', 'the webhook'),
  'webhook.updated': did('changed', 'the webhook'),
  'webhook.rotated': did('rotated the secret of', 'the webhook'),
  'webhook.disabled': (item) => (
    <>
      {actorOf(item)} switched off the webhook {targetOf(item, '')}
    </>
  ),
  'webhook.enabled': did('switched on', 'the webhook'),
  'webhook.tested': did('sent a test to', 'the webhook'),
  'webhook.replayed': did('sent an event again to', 'the webhook'),
  'webhook.deleted': did('deleted', 'the webhook'),
}
