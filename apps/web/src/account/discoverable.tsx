import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { notify } from '../ui/notify.ts'
import { Switch } from '../ui/switch.tsx'

/** Whether one's username is suggested to others while they type (T13); it shows at once and is taken back when refused. */
export function Discoverable({ discoverable }: { discoverable: boolean }) {
  const utils = trpc.useUtils()
  const update = trpc.identity.updateProfile.useMutation({
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: () => utils.identity.me.invalidate(),
  })
  const shown = update.isPending ? (update.variables.discoverable ?? discoverable) : discoverable
  return (
    <Switch
      checked={shown}
      onChange={(next) => update.mutate({ discoverable: next })}
      label="Suggest my username to others"
      hint="Whoever invites people sees it after typing its first four characters. When this is off, they have to know it exactly."
    />
  )
}
