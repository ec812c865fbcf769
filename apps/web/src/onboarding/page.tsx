import { NEW_FOR_DAYS } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { SettingsPages } from '../organizations/settings-pages.tsx'
import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
import { StepsForm } from './steps-form.tsx'

/** What new members are asked to do first (D42). */
export function FirstStepsPage() {
  const { organization, here } = useHere()
  const [{ steps }] = trpc.onboarding.steps.useSuspenseQuery({ organization })
  useTitle(`First steps · ${here.name}`)
  return (
    <SettingsPages>
      <Section
        title="First steps of new members"
        description={`They stand on the home page of whoever joined in the last ${NEW_FOR_DAYS} days, until they are done or put away.`}
      >
        <StepsForm
          key={`${here.id} ${JSON.stringify(steps.map(({ doneAt: _, ...step }) => step))}`}
          steps={steps}
        />
      </Section>
    </SettingsPages>
  )
}
