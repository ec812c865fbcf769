import { mutation, read, router } from '../transport/trpc.ts'
import { createWebhook } from './create.ts'
import { deleteWebhook } from './delete.ts'
import { listDeliveries } from './deliveries.ts'
import { getDelivery } from './delivery.ts'
import { getWebhook } from './get.ts'
import { listWebhooks } from './list.ts'
import { replayDelivery } from './replay.ts'
import { rotateWebhook } from './rotate.ts'
import { testWebhook } from './send-test.ts'
import { disableWebhook, enableWebhook } from './switch.ts'
import { updateWebhook } from './update.ts'

export const webhooksRouter = router({
  list: read(listWebhooks),
  get: read(getWebhook),
  deliveries: read(listDeliveries),
  delivery: read(getDelivery),
  create: mutation(createWebhook),
  update: mutation(updateWebhook),
  rotate: mutation(rotateWebhook),
  enable: mutation(enableWebhook),
  disable: mutation(disableWebhook),
  delete: mutation(deleteWebhook),
  test: mutation(testWebhook),
  replay: mutation(replayDelivery),
})
