import type { Permission } from '@roster/domain'
import { useHere } from '../organizations/here.ts'
import { SettingsPages } from '../organizations/settings-pages.tsx'
import { useTitle } from '../pages/title.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Callout } from '../ui/callout.tsx'
import { Section } from '../ui/section.tsx'
import { ExportMenu } from './export-menu.tsx'
import type { ExportOf } from './use-export.ts'

type Kind = { of: ExportOf; title: string; description: string; needs: Permission }

/** Everything that can be taken along, each as a file of its own (D35). */
export function ExportPage() {
  const { here, may, whyNot } = useHere()
  const { many } = useProjectLabel()
  const forbidden = whyNot('organization.export')
  useTitle(`Export · ${here.name}`)
  const kinds: readonly Kind[] = [
    {
      of: { what: 'members' },
      title: 'Members',
      description: 'Everybody with role, title, address, when they joined and were last here.',
      needs: 'members.read',
    },
    {
      of: { what: 'invitations', status: 'all' },
      title: 'Invitations',
      description: 'All of them, with whom they are for, what they lead to and what became of them.',
      needs: 'invitations.read',
    },
    {
      of: { what: 'assignments' },
      title: 'Assignments',
      description: `Who holds which role, in ${here.name} and in its ${many}: people and groups, since when, by whom and why.`,
      needs: 'members.read',
    },
    {
      of: { what: 'roles' },
      title: 'Roles',
      description: 'Every role with what it allows.',
      needs: 'organization.read',
    },
    {
      of: { what: 'audit' },
      title: 'Audit trail',
      description: 'Every entry with its hash, so that it can be verified elsewhere.',
      needs: 'audit.read',
    },
  ]
  return (
    <SettingsPages>
      {forbidden === undefined ? (
        <Section
          title="Export"
          description="As CSV for spreadsheets, or JSON for programs. Lists can also be exported from their own pages, with their filters. Each export stands in the audit trail."
        >
          <ul className="-my-4 divide-y divide-line">
            {kinds
              .filter(({ needs }) => may(needs))
              .map(({ of, title, description }) => (
                <li key={title} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                  <div className="min-w-0 flex-1 basis-64">
                    <h3 className="font-medium text-sm">{title}</h3>
                    <p className="text-ink-muted text-sm">{description}</p>
                  </div>
                  <ExportMenu of={of} label={`Export ${title.toLowerCase()}`} />
                </li>
              ))}
          </ul>
        </Section>
      ) : (
        <Callout meaning="warning" title="You cannot export here.">
          {forbidden}
        </Callout>
      )}
    </SettingsPages>
  )
}
