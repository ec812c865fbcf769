import { mutation, read, router } from '../transport/trpc.ts'
import { createKey } from './create.ts'
import { getKey } from './get.ts'
import { listKeys } from './list.ts'
import { revokeKey } from './revoke.ts'
import { rotateKey } from './rotate.ts'
import { updateKey } from './update.ts'

export const keysRouter = router({
  list: read(listKeys),
  get: read(getKey),
  create: mutation(createKey),
  update: mutation(updateKey),
  rotate: mutation(rotateKey),
  revoke: mutation(revokeKey),
})
