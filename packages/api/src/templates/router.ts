import { mutation, read, router } from '../transport/trpc.ts'
import { listTemplates } from './list.ts'
import { previewTemplate } from './preview.ts'
import { resetTemplate } from './reset.ts'
import { updateTemplate } from './update.ts'

export const templatesRouter = router({
  list: read(listTemplates),
  preview: read(previewTemplate),
  update: mutation(updateTemplate),
  reset: mutation(resetTemplate),
})
