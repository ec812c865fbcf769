import { Avatar } from '../ui/avatar.tsx'
import { Name } from '../ui/name.tsx'
import type { Visitor } from './invitation-view.ts'

/** Who is looking, in the corner of a page without the signed-in frame. */
export function SignedInAs({ me }: { me: Visitor }) {
  return (
    <span className="flex min-w-0 items-center gap-2 text-ink-muted text-sm">
      <Avatar id={me.id} name={me.name} photo={me.avatar} size="small" />
      <span className="sr-only">Signed in as </span>
      <Name>{me.email}</Name>
    </span>
  )
}
