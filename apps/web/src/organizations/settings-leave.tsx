import { whyNotLeave } from '../members/may.ts'
import { useStanding } from '../members/standing.ts'
import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
import { SectionAction } from '../ui/section-action.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { DeleteOrganization } from './delete-organization.tsx'
import { LeaveOrganization } from './leave-organization.tsx'
import { SettingsPages } from './settings-pages.tsx'

/** The ways out: for the reader alone, and for everybody. */
export function LeavePage() {
  const { organization, here, standing, may } = useStanding()
  const stays = whyNotLeave(here.role, standing)
  useTitle(`Leave or delete · ${here.name}`)
  return (
    <SettingsPages>
      <Section title={`Leave ${here.name}`} danger>
        <SectionAction action={<LeaveOrganization whyNot={stays} />}>
          {stays === undefined ? (
            'You lose what you may do here, at once. To come back, you must be invited again.'
          ) : (
            <>
              {stays}{' '}
              {may('organization.transfer') && may('members.read') && (
                <TextLink
                  link={{
                    to: '/$organization/members',
                    params: { organization },
                    search: { dialog: 'transfer' },
                  }}
                >
                  Transfer ownership
                </TextLink>
              )}
            </>
          )}
        </SectionAction>
      </Section>
      <Section title={`Delete ${here.name}`} danger>
        <SectionAction action={<DeleteOrganization />}>
          Everybody loses access, and nothing of it can be brought back.
        </SectionAction>
      </Section>
    </SettingsPages>
  )
}
