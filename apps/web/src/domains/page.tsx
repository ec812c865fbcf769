import { Globe } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { SettingsPages } from '../organizations/settings-pages.tsx'
import { useTitle } from '../pages/title.ts'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Section } from '../ui/section.tsx'
import { AddDomain } from './add-domain.tsx'
import { DomainRow } from './domain-row.tsx'

/** The domains that the organization has proven to be its own. */
export function DomainsPage() {
  const { organization, here } = useHere()
  const [domains] = trpc.domains.list.useSuspenseQuery({ organization })
  useTitle(`Domains · ${here.name}`)
  return (
    <SettingsPages>
      <Section
        title="Add a domain"
        description="Whoever reads the mail of the address that runs it confirms that it is yours. Invited people then see it on the invitation, and you can let people with an address there join by themselves."
      >
        <AddDomain />
      </Section>
      <Card title="Domains" flush>
        {domains.length > 0 ? (
          <ul className="divide-y divide-line">
            {domains.map((domain) => (
              <DomainRow key={domain.id} domain={domain} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={Globe} title="No domains yet">
            Add the one that the addresses of {here.name} are at.
          </EmptyState>
        )}
      </Card>
    </SettingsPages>
  )
}
