import { open, openRead, router } from '../transport/trpc.ts'
import { muteOrganization, unmuteOrganization } from './mute.ts'
import { setNotification } from './set.ts'
import { notificationSettings } from './settings.ts'

export const notificationsRouter = router({
  settings: openRead(notificationSettings),
  set: open(setNotification),
  mute: open(muteOrganization),
  unmute: open(unmuteOrganization),
})
