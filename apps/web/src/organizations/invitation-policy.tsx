import { trpc } from '../api/client.ts'
import { labelOf } from '../projects/label-of.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useHere } from './here.ts'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

const KEYS = ['viewer', 'member', 'admin'] as const

/** What an invitation gives when its sender says nothing, and whether people are reminded of it (D24, D43). */
export function InvitationPolicy() {
  const draft = usePolicyDraft()
  const { organization } = useHere()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  const [{ defaultProjects }] = trpc.organizations.policyFacts.useSuspenseQuery({ organization })
  const { many } = labelOf(draft.here.policies.projectLabel)
  const { wanted, forbidden } = draft
  return (
    <PolicyForm draft={draft} save="Save defaults">
      <Field label="Usual role" hint="Chosen in the dialog until the sender chooses another one.">
        <Select
          value={wanted.defaultRole}
          disabledReason={forbidden}
          onChange={(defaultRole) => draft.set({ defaultRole })}
          options={KEYS.map((key) => ({
            value: key,
            label: roles.find((role) => role.key === key)?.name ?? key,
          }))}
        />
      </Field>
      <Checkbox
        checked={wanted.addToDefaultProjects}
        onChange={(addToDefaultProjects) => draft.set({ addToDefaultProjects })}
        disabledReason={forbidden}
        label={`Add invited people to the default ${many}`}
        hint={
          <>
            Those that new members join. Senders can decide otherwise.{' '}
            {defaultProjects && (
              <DefaultProjects organization={organization} projects={defaultProjects} many={many} />
            )}
          </>
        }
      />
      <Checkbox
        checked={wanted.reminders}
        onChange={(reminders) => draft.set({ reminders })}
        disabledReason={forbidden}
        label="Remind of invitations that are about to expire"
        hint="Once, in the last 48 hours: the invited person, unless they have muted the organization, and whoever invited them."
      />
    </PolicyForm>
  )
}

type DefaultProjectsProps = {
  organization: string
  projects: readonly { id: string; name: string; role: string }[]
  many: string
}

/** Which they are at the moment; each says so in its own settings. */
function DefaultProjects({ organization, projects, many }: DefaultProjectsProps) {
  if (projects.length === 0) return <>There are none yet: the settings of {many} say which are.</>
  return (
    <>
      At the moment:{' '}
      {projects.map(({ id, name, role }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <TextLink link={{ to: '/$organization/projects/$project', params: { organization, project: id } }}>
            <bdi>{name}</bdi>
          </TextLink>{' '}
          ({role})
        </span>
      ))}
      .
    </>
  )
}
