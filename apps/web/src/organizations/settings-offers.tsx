import { mayOffer, Refusal } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
import { useHere } from './here.ts'
import { OffersForm } from './offers-form.tsx'
import { SettingsPages } from './settings-pages.tsx'

/** What the organization offers its members (I2). */
export function OffersPage() {
  const { organization, here, whyNot } = useHere()
  const [offers] = trpc.organizations.entitlements.useSuspenseQuery({ organization })
  useTitle(`Offers · ${here.name}`)
  const ruled = mayOffer({ byOwner: here.role.key === 'owner' })
  const forbidden =
    whyNot('organization.update') ?? (ruled instanceof Refusal ? 'Only owners change this.' : undefined)
  return (
    <SettingsPages>
      <Section
        title="What members get"
        description={`Allowances, subscriptions and services that come with belonging to ${here.name}. Members see them on its home.`}
      >
        <OffersForm key={JSON.stringify(offers)} offers={offers} forbidden={forbidden} />
      </Section>
    </SettingsPages>
  )
}
