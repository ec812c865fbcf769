import { mayJoinAlone } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Field } from '../ui/field.tsx'
import { notify } from '../ui/notify.ts'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import type { ListedDomain } from './types.ts'

/** Whether people with a verified address at the domain join by themselves, and as what. */
export function AutoJoin({ domain }: { domain: ListedDomain }) {
  const { organization, here, whyNot } = useHere()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  const utils = trpc.useUtils()
  const update = trpc.domains.update.useMutation({
    onSuccess: () => notify({ message: `${domain.name} saved`, meaning: 'success' }),
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: () => utils.domains.invalidate(),
  })
  const offered = roles.filter((role) => role.offered && mayJoinAlone(role) === true)
  const usual = offered.find((role) => role.key === here.policies.defaultRole) ?? offered[0]
  const forbidden =
    whyNot('organization.update') ?? (usual ? undefined : 'You hold no role that could be given here.')
  const choose = (autoJoin: (typeof roles)[number]['id'] | null) =>
    update.mutate({ organization, domain: domain.id, autoJoin })
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <Switch
        checked={domain.autoJoin !== null}
        onChange={(on) => choose(on ? (usual?.id ?? null) : null)}
        label="People with an address here join by themselves"
        hint={`Whoever has verified an address at ${domain.name} finds ${here.name} on their home and joins with one click. Seats and the other policies hold.`}
        disabledReason={forbidden}
      />
      {domain.autoJoin && (
        <div className="max-w-64">
          <Field label="They join as">
            <Select
              value={domain.autoJoin.id}
              disabledReason={forbidden}
              onChange={choose}
              options={roles
                .filter((role) => offered.includes(role) || role.id === domain.autoJoin?.id)
                .map((role) => ({ value: role.id, label: role.name }))}
            />
          </Field>
        </div>
      )}
    </div>
  )
}
