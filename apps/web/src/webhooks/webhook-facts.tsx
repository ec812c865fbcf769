import { Card } from '../ui/card.tsx'
import { Code } from '../ui/code.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { counted } from '../ui/number.ts'
import { Time } from '../ui/time.tsx'
import type { Webhook } from './types.ts'

/** Where a webhook sends, since when, and how that goes. */
export function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const { url, lastSuccessAt, lastFailureAt, pending, previousSecretUntil, createdAt, createdBy } = webhook
  return (
    <Card>
      <DefinitionList
        items={[
          { term: 'Address', value: <Code>{url}</Code> },
          { term: 'Last delivered', value: lastSuccessAt === null ? 'Never' : <Time at={lastSuccessAt} /> },
          ...(lastFailureAt === null ? [] : [{ term: 'Last failure', value: <Time at={lastFailureAt} /> }]),
          { term: 'Waiting', value: counted(pending, 'event', 'events') },
          {
            term: 'Secret',
            value:
              previousSecretUntil === null ? (
                'Shown once, when it was made'
              ) : (
                <>
                  Rotating: the one before it stops <Time at={previousSecretUntil} />
                </>
              ),
          },
          {
            term: 'Added',
            value: (
              <>
                <Time at={createdAt} as="date" />
                {createdBy && (
                  <>
                    {' '}
                    by <bdi>{createdBy.name}</bdi>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
