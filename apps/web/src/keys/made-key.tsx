import { Callout } from '../ui/callout.tsx'
import { Literal } from '../ui/literal.tsx'
import type { ListedKey } from './types.ts'

type MadeKeyProps = {
  secret: string
  /** Where it works, for the example. */
  organization: string
  project: ListedKey['project']
}

/** A secret, this once, and how it is used. */
export function MadeKey({ secret, organization, project }: MadeKeyProps) {
  const path = project ? `projects/${project.id}/members` : `organizations/${organization}/members`
  const call = `curl ${window.location.origin}/api/v1/${path} -H 'Authorization: Bearer ${secret}'`
  return (
    <div className="flex flex-col gap-4 text-sm">
      <Callout meaning="warning" title="Copy it now">
        It is shown this once and stored nowhere. Whoever has it can do what it allows, so keep it where
        secrets are kept.
      </Callout>
      <Literal label="API key">{secret}</Literal>
      <Literal label="Try it">{call}</Literal>
    </div>
  )
}
