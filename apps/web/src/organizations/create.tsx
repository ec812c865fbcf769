import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { useTitle } from '../pages/title.ts'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { OrganizationForm } from './organization-form.tsx'

/** Founds an organization; whoever does it is its first owner. */
export function CreateOrganizationPage() {
  const utils = trpc.useUtils()
  const navigate = useNavigate()
  const create = trpc.organizations.create.useMutation({
    async onSuccess({ slug }) {
      await utils.identity.me.invalidate()
      await navigate({ to: '/$organization', params: { organization: slug } })
    },
  })
  useTitle('Create an organization')

  return (
    <div className="mx-auto max-w-lg">
      <PageHeader
        back={<TextLink link={{ to: '/' }}>My organizations</TextLink>}
        title="Create an organization"
        subtitle="You will be its owner. Both names can be changed later."
      />
      <Card>
        <OrganizationForm
          focused
          pending={create.isPending || create.isSuccess}
          error={create.error}
          onSubmit={(organization) => create.mutate(organization)}
        />
      </Card>
    </div>
  )
}
