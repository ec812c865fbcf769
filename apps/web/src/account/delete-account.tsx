import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { SectionAction } from '../ui/section-action.tsx'
import { TextLink } from '../ui/text-link.tsx'

const ConfirmDeletion = lazy(() =>
  import('./confirm-deletion.tsx').then((file) => ({ default: file.ConfirmDeletion })),
)

type Owned = { name: string; slug: string }

type DeleteAccountProps = {
  me: {
    username: string
    email: string
    organizations: readonly { name: string; slug: string; role: { key: string | null } }[]
  }
}

/** Deletes one's account, or says which organizations have to get another owner first. */
export function DeleteAccount({ me }: DeleteAccountProps) {
  const [asking, setAsking] = useState(false)
  const [left, setLeft] = useState<readonly Owned[]>()
  const owned = me.organizations.filter(({ role }) => role.key === 'owner')
  return (
    <div className="flex flex-col gap-4">
      <SectionAction
        action={
          <Button variant="danger" onClick={() => setAsking(true)}>
            Delete my account
          </Button>
        }
      >
        You leave every organization, your sessions end, and your name and address are erased. What you did
        stays in the audit trails, without your name.
        {owned.length > 0 && !left && (
          <> Where you are the only owner, somebody else has to become one first: {linked(owned)}.</>
        )}
      </SectionAction>
      {left && (
        <Callout meaning="danger" title="Your account cannot be deleted yet" announced>
          You are the last owner of {linked(left)}. Make someone else an owner there first, or delete the
          organization.
        </Callout>
      )}
      {asking && (
        <Suspense>
          <ConfirmDeletion
            username={me.username}
            email={me.email}
            organizations={me.organizations}
            onClose={() => setAsking(false)}
            onLastOwner={setLeft}
          />
        </Suspense>
      )}
    </div>
  )
}

function linked(organizations: readonly Owned[]): ReactNode {
  return organizations.map(({ name, slug }, at) => (
    <span key={slug}>
      {at > 0 && ', '}
      <TextLink link={{ to: '/$organization/members', params: { organization: slug } }}>{name}</TextLink>
    </span>
  ))
}
