import { Refusal } from '@roster/domain'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { notify } from '../ui/notify.ts'
import { NotTaken, sendPicture } from './send-picture.ts'

const MOST_BYTES = 5 * 1_048_576

/** Hands over a new picture of oneself, or takes the present one away. */
export function useAvatar() {
  const utils = trpc.useUtils()
  const changed = () => utils.invalidate()
  const upload = useMutation({
    // What is too large anyway need not travel first.
    mutationFn: async (file: File) => {
      if (file.size > MOST_BYTES) throw new NotTaken(TOO_LARGE)
      await sendPicture(file)
    },
    async onSuccess() {
      await changed()
      notify({ message: 'Your picture is changed', meaning: 'success' })
    },
  })
  const remove = trpc.identity.removeAvatar.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: 'Your picture is removed', meaning: 'success' })
    },
  })
  const error = upload.error ?? remove.error
  return {
    upload(file: File) {
      remove.reset()
      upload.mutate(file)
    },
    remove() {
      upload.reset()
      remove.mutate({})
    },
    pending: upload.isPending || remove.isPending,
    refused: error ? (error instanceof NotTaken ? error.message : sentenceOf(error)) : undefined,
  }
}

const TOO_LARGE = new Refusal('image-refused', { reason: 'it is larger than 5 MB' }).message
