import { VerifyAddress } from '../account/verify-address.tsx'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { DeclineLink } from './decline-link.tsx'
import type { InvitationLink, InvitationView } from './invitation-view.ts'
import { UnprovenNote } from './unproven-note.tsx'
import { useAccept } from './use-accept.ts'

type AnswerAsAddresseeProps = { link: InvitationLink; view: InvitationView; name: string }

/** The person it is for joins with one press, or declines. */
export function AnswerAsAddressee({ link, view, name }: AnswerAsAddresseeProps) {
  const { accept, accepting, refused } = useAccept(link)
  const { refusal } = view
  return (
    <div className="flex flex-col gap-3">
      {refusal?.code === 'email-not-verified' ? (
        <VerifyAddress why="Then you can join here. Opening the link in the invitation mail does as well." />
      ) : (
        (refusal || refused) && (
          <Callout meaning="danger" announced>
            {refusal?.message ?? sentenceOf(refused)}
          </Callout>
        )
      )}
      {!refusal && <UnprovenNote link={link} />}
      <Button
        variant="primary"
        size="large"
        wide
        pending={accepting}
        disabledReason={refusal?.message}
        onClick={accept}
      >
        Join <bdi>{name}</bdi>
      </Button>
      <DeclineLink link={link} name={name} />
    </div>
  )
}
