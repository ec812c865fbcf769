import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useMe } from '../identity/me.ts'
import { Button } from '../ui/button.tsx'

/** Sends the mail that verifies the reader's address once more, and says that it is on its way. */
export function VerifyEmailAction() {
  const { email } = useMe()
  const resend = trpc.identity.resendVerification.useMutation()
  if (resend.isSuccess) {
    return (
      <p role="status" className="text-ink-muted text-sm">
        A mail is on its way to {email}.
      </p>
    )
  }
  return (
    <div className="flex flex-col items-end gap-1">
      <Button pending={resend.isPending} onClick={() => resend.mutate({})}>
        Send the mail again
      </Button>
      {resend.error && (
        <p role="alert" className="max-w-64 text-danger-ink text-sm">
          {sentenceOf(resend.error)}
        </p>
      )}
    </div>
  )
}
