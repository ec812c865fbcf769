import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { SettingsPages } from '../organizations/settings-pages.tsx'
import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
import { TemplateForm } from './template-form.tsx'

const SECTIONS = {
  invitation: {
    title: 'Invitation mail',
    description:
      'Roster always says who invites, to what, as what and until when. What you write is added as the organization’s own words.',
  },
  welcome: {
    title: 'Welcome mail',
    description: 'Goes to people as soon as they have joined, unless whoever invited them turned it off.',
  },
} as const

/** The organization's own words in the mails that go out in its name (D24, D42). */
export function MessagesPage() {
  const { organization, here } = useHere()
  const [texts] = trpc.templates.list.useSuspenseQuery({ organization })
  useTitle(`Messages · ${here.name}`)
  return (
    <SettingsPages>
      {texts.map((text) => (
        <Section key={text.kind} {...SECTIONS[text.kind]}>
          <TemplateForm key={`${here.id} ${text.changed?.at ?? 'standard'}`} text={text} />
        </Section>
      ))}
    </SettingsPages>
  )
}
