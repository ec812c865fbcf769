import { DeclineLink } from './decline-link.tsx'
import type { InvitationLink, InvitationView } from './invitation-view.ts'
import { isCopied, UnprovenNote } from './unproven-note.tsx'
import { VisitorSignsIn } from './visitor-signs-in.tsx'
import { VisitorSignsUp } from './visitor-signs-up.tsx'

type AnswerAsVisitorProps = { link: InvitationLink; view: InvitationView; name: string }

/** Nobody is signed in: sign in, or make the account, and join in the same go. */
export function AnswerAsVisitor({ link, view, name }: AnswerAsVisitorProps) {
  return (
    <div className="flex flex-col gap-4">
      {view.accountExists ? (
        <VisitorSignsIn link={link} view={view} name={name} />
      ) : (
        <>
          <UnprovenNote link={link} />
          <VisitorSignsUp link={link} view={view} name={name} />
        </>
      )}
      {/* Whoever passed a copied link on may have kept it: only a mailed one can decline without an account. */}
      {!isCopied(link) && <DeclineLink link={link} name={name} />}
    </div>
  )
}
