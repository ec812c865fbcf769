import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { Joinable } from './types.ts'

/** An organization that lets one in by one's address, with the one click it takes. */
export function JoinableOrganization({ joinable }: { joinable: Joinable }) {
  const { organization, role, members, name, domain } = joinable
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const join = trpc.domains.join.useMutation({
    async onSuccess({ organization: slug }) {
      await Promise.all([utils.identity.me.invalidate(), utils.domains.invalidate()])
      notify({ message: `You joined ${organization.name} as ${role.name}`, meaning: 'success' })
      await navigate({ to: '/$organization', params: { organization: slug } })
    },
    async onError(error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
      await utils.domains.invalidate()
    },
  })
  return (
    <Card flush>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3">
        <Avatar id={organization.slug} name={organization.name} square />
        <div className="min-w-0 flex-1 basis-56 text-sm">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            <bdi>{organization.name}</bdi>
            <Badge>{role.name}</Badge>
          </p>
          <p className="text-ink-muted">
            People with an address at {name} can join · {counted(members, 'person', 'people')}
          </p>
        </div>
        <Button variant="primary" pending={join.isPending} onClick={() => join.mutate({ domain })}>
          Join {organization.name}
        </Button>
      </div>
    </Card>
  )
}
