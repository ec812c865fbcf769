import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
import { ExpiryPolicy } from './expiry-policy.tsx'
import { useHere } from './here.ts'
import { ManagedByPolicy } from './managed-by-policy.tsx'
import { SettingsPages } from './settings-pages.tsx'

/** The rules that hold in the organization. */
export function PoliciesPage() {
  const { here } = useHere()
  useTitle(`Policies · ${here.name}`)
  return (
    <SettingsPages>
      <Section
        title="Who manages members"
        description="Whoever does may invite and remove people, change their roles, and see who has been invited."
      >
        <ManagedByPolicy key={here.id} />
      </Section>
      <Section
        title="Expiry of invitations"
        description="How long an invitation can be accepted. Those already sent keep their terms."
      >
        <ExpiryPolicy key={here.id} />
      </Section>
    </SettingsPages>
  )
}
