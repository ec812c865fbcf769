import { useMe } from '../identity/me.ts'
import { Switch } from '../ui/switch.tsx'
import { useMute } from './use-mute.ts'

type Organization = { id: string; name: string; slug: string }

/** The organizations one is in, and others one has muted, each with a switch for its mail (O14). */
export function OrganizationsMail({ muted }: { muted: readonly Organization[] }) {
  const { organizations } = useMe()
  const own = new Set<string>(organizations.map(({ id }) => id))
  const all = [...organizations, ...muted.filter(({ id }) => !own.has(id))]
  if (all.length === 0) return <p className="text-ink-muted text-sm">You are in no organization yet.</p>
  return (
    <ul className="-my-3 divide-y divide-line">
      {all.map(({ id, name, slug }) => (
        <li key={id} className="py-3">
          <OrganizationSwitch
            organization={{ id, name, slug }}
            muted={muted.some((one) => one.id === id)}
            hint={own.has(id) ? undefined : 'You are not a member of it.'}
          />
        </li>
      ))}
    </ul>
  )
}

type OrganizationSwitchProps = { organization: Organization; muted: boolean; hint: string | undefined }

function OrganizationSwitch({ organization, muted, hint }: OrganizationSwitchProps) {
  const { toggle, pending } = useMute(organization, muted)
  return (
    <Switch
      checked={pending ? muted : !muted}
      onChange={toggle}
      label={
        <>
          Mail from <bdi>{organization.name}</bdi>
        </>
      }
      hint={hint}
    />
  )
}
