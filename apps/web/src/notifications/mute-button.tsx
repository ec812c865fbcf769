import { Bell, BellOff } from 'lucide-react'
import { trpc } from '../api/client.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useMute } from './use-mute.ts'

/** Mutes an organization where one meets it, beside an invitation (O13), or unmutes it. */
export function MuteButton({ organization }: { organization: { name: string; slug: string } }) {
  const { data } = trpc.notifications.settings.useQuery({})
  const muted = data?.muted.some(({ slug }) => slug === organization.slug) ?? false
  const { toggle } = useMute(organization, muted)
  const { name } = organization
  return (
    <IconButton
      icon={muted ? BellOff : Bell}
      label={muted ? `Unmute ${name}` : `Mute ${name}`}
      disabledReason={data ? undefined : 'Wait a moment.'}
      onClick={toggle}
    />
  )
}
