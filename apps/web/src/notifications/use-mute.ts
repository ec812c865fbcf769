import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { notify } from '../ui/notify.ts'

/** Stops the mail of an organization, or lets it through again (O14). */
export function useMute({ name, slug }: { name: string; slug: string }, muted: boolean) {
  const utils = trpc.useUtils()
  const settled = {
    onError: (error: unknown) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: () => utils.notifications.invalidate(),
  } as const
  const mute = trpc.notifications.mute.useMutation({
    ...settled,
    onSuccess: () =>
      notify({
        message: `${name} sends you no more mail. Nothing else has changed.`,
        meaning: 'success',
      }),
  })
  const unmute = trpc.notifications.unmute.useMutation({
    ...settled,
    onSuccess: () => notify({ message: `${name} may send you mail again.`, meaning: 'success' }),
  })
  const pending = mute.isPending || unmute.isPending
  return {
    pending,
    toggle() {
      if (!pending) (muted ? unmute : mute).mutate({ organization: slug })
    },
  }
}
