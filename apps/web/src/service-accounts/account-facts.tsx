import { RoleBadge } from '../members/role-badge.tsx'
import { useHere } from '../organizations/here.ts'
import { Card } from '../ui/card.tsx'
import { Code } from '../ui/code.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { ServiceAccount } from './types.ts'

/** Who made it and when, what programs call it by, and what it did. */
export function AccountFacts({ account }: { account: ServiceAccount }) {
  const { organization, may } = useHere()
  const { id, user, role, createdAt, createdBy, keys } = account
  return (
    <Card title="About">
      <DefinitionList
        items={[
          { term: 'Role', value: <RoleBadge role={role} /> },
          {
            term: 'Created',
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
          ...(keys
            ? [
                {
                  term: 'Last used',
                  value: keys.lastUsedAt === null ? 'Never' : <Time at={keys.lastUsedAt} />,
                },
              ]
            : []),
          { term: 'Id', value: <Code block>{id}</Code> },
          ...(may('audit.read')
            ? [
                {
                  term: 'What it did',
                  value: (
                    <TextLink
                      link={{
                        to: '/$organization/audit',
                        params: { organization },
                        search: { person: user },
                      }}
                    >
                      In the audit trail
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
