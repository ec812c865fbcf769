import { NOTIFICATIONS, type NotificationKind } from '@roster/domain'
import { AccountFrame } from '../account/account-frame.tsx'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useTitle } from '../pages/title.ts'
import { notify } from '../ui/notify.ts'
import { Section } from '../ui/section.tsx'
import { Switch } from '../ui/switch.tsx'
import { OrganizationsMail } from './organizations-mail.tsx'

/** Which mail one gets (O16), and from which organizations none (O14). */
export function NotificationsPage() {
  const [{ kinds, muted }] = trpc.notifications.settings.useSuspenseQuery({})
  useTitle('Notifications')
  return (
    <AccountFrame>
      <Section
        title="Mail to you"
        description="What is switched off here still shows in Roster. Mail about the security of your account is always sent."
      >
        <ul className="-my-3 divide-y divide-line">
          {kinds.map((one) => (
            <li key={one.kind} className="py-3">
              <KindSwitch {...one} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="Organizations"
        description="Mute one, and it sends you no more mail. Your membership, your roles and your invitations stay as they are."
      >
        <OrganizationsMail muted={muted} />
      </Section>
    </AccountFrame>
  )
}

/** One kind of mail: it switches at once, and back when that is refused. */
function KindSwitch({ kind, wanted }: { kind: NotificationKind; wanted: boolean }) {
  const utils = trpc.useUtils()
  const set = trpc.notifications.set.useMutation({
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: () => utils.notifications.invalidate(),
  })
  const { label, sentence } = NOTIFICATIONS[kind]
  return (
    <Switch
      checked={set.isPending ? set.variables.wanted : wanted}
      onChange={(next) => set.mutate({ kind, wanted: next })}
      label={label}
      hint={sentence}
    />
  )
}
