import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import type { KeyFor } from './types.ts'

const ONESELF = 'oneself'
/** As many as one page of them has. */
const MOST_LISTED = 100

type WhoFieldProps = { value: KeyFor | undefined; onChange: (value: KeyFor | undefined) => void }

/** Whom a key acts for: oneself, or to whoever keeps them, a service account. */
export function WhoField({ value, onChange }: WhoFieldProps) {
  const { organization, may } = useHere()
  const keeps = may('keys.manage')
  const accounts = trpc.serviceAccounts.list.useQuery(
    { organization, pageSize: MOST_LISTED },
    { enabled: keeps && may('members.read') },
  )
  const listed = accounts.data?.items ?? []
  return (
    <Field
      label="Acts for"
      hint={value ? 'It stays when people go.' : 'It ends when you leave the organization.'}
    >
      <Select<string>
        value={value?.member ?? ONESELF}
        options={[
          { value: ONESELF, label: 'Me' },
          ...listed.map(({ member, name }) => ({ value: member, label: name })),
        ]}
        onChange={(chosen) => {
          const account = listed.find(({ member }) => member === chosen)
          onChange(account && { member: account.member, name: account.name })
        }}
      />
    </Field>
  )
}
