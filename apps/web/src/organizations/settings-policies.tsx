import { useTitle } from '../pages/title.ts'
import { labelOf } from '../projects/label-of.ts'
import { Section } from '../ui/section.tsx'
import { DomainPolicy } from './domain-policy.tsx'
import { ExpiryPolicy } from './expiry-policy.tsx'
import { useHere } from './here.ts'
import { InvitationPolicy } from './invitation-policy.tsx'
import { JoiningPolicy } from './joining-policy.tsx'
import { LabelPolicy } from './label-policy.tsx'
import { ManagedByPolicy } from './managed-by-policy.tsx'
import { ReasonPolicy } from './reason-policy.tsx'
import { RetentionPolicy } from './retention-policy.tsx'
import { SeatPolicy } from './seat-policy.tsx'
import { SettingsPages } from './settings-pages.tsx'

/** The rules that hold in the organization, each with its own "Save". */
export function PoliciesPage() {
  const { here } = useHere()
  useTitle(`Policies · ${here.name}`)
  const { Many } = labelOf(here.policies.projectLabel)
  return (
    <SettingsPages>
      <Section
        title="Who manages members"
        description="Whoever does may invite and remove people, change their roles, and see who has been invited."
      >
        <ManagedByPolicy key={here.id} />
      </Section>
      <Section title="Powerful roles" description="Roles whose holders decide about other people.">
        <ReasonPolicy key={here.id} />
      </Section>
      <Section title="Who can be invited" description="At which domains an address may be.">
        <DomainPolicy key={here.id} />
      </Section>
      <Section
        title="Seats"
        description="How many people there may be, and whether they may belong elsewhere."
      >
        <SeatPolicy key={here.id} />
      </Section>
      <Section
        title="Defaults of invitations"
        description="What holds when the sender of an invitation says nothing else."
      >
        <InvitationPolicy key={here.id} />
      </Section>
      <Section
        title="Expiry of invitations"
        description="How long an invitation can be accepted. Those already sent keep their terms."
      >
        <ExpiryPolicy key={here.id} />
      </Section>
      <Section title="Requests to join" description="Whether people who were not invited may ask.">
        <JoiningPolicy key={here.id} />
      </Section>
      <Section title={Many} description="What they are called here, in the navigation and in sentences.">
        <LabelPolicy key={here.id} />
      </Section>
      <Section title="How long the past is kept" description="Without these, for ever.">
        <RetentionPolicy key={here.id} />
      </Section>
    </SettingsPages>
  )
}
