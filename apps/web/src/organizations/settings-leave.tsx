import { whyNotLeave } from '../members/may.ts'
import { useStanding } from '../members/standing.ts'
import { useTitle } from '../pages/title.ts'
import { Section } from '../ui/section.tsx'
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
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p className="min-w-0 max-w-prose flex-1 basis-64 text-ink-muted text-sm">
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
          </p>
          <LeaveOrganization whyNot={stays} />
        </div>
      </Section>
      <Section title={`Delete ${here.name}`} danger>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p className="min-w-0 max-w-prose flex-1 basis-64 text-ink-muted text-sm">
            Everybody loses access, and nothing of it can be brought back.
          </p>
          <DeleteOrganization />
        </div>
      </Section>
    </SettingsPages>
  )
}
