import { useTitle } from '../pages/title.ts'
import { LabelPolicy } from '../projects/label-policy.tsx'
import { Code } from '../ui/code.tsx'
import { Section } from '../ui/section.tsx'
import { GeneralForm } from './general-form.tsx'
import { useHere } from './here.ts'
import { SettingsPages } from './settings-pages.tsx'

/** What the organization is called. */
export function SettingsPage() {
  const { here } = useHere()
  useTitle(`Settings · ${here.name}`)
  return (
    <SettingsPages>
      <Section title="General">
        <GeneralForm key={here.id} />
      </Section>
      <Section
        title="What projects are called"
        description="The word stands in the navigation, in titles and on buttons."
      >
        <LabelPolicy key={here.id} />
      </Section>
      <Section title="Id" description="Never changes. Tools name the organization by it.">
        <Code block>{here.id}</Code>
      </Section>
    </SettingsPages>
  )
}
