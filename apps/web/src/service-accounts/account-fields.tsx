import { LONGEST_ACCOUNT_DESCRIPTION, Refusal, type RoleId } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { TextArea } from '../ui/text-area.tsx'

export type AccountDraft = {
  name: string
  description: string
  role: RoleId | undefined
  reason: string
}

type AccountFieldsProps = {
  draft: AccountDraft
  /** Somebody wanted to go on. */
  tried: boolean
  onChange: (change: Partial<AccountDraft>) => void
}

/** What a service account is called, what it is for, and what it may do in the organization. */
export function AccountFields({ draft, tried, onChange }: AccountFieldsProps) {
  const { organization, here } = useHere()
  const { many } = useProjectLabel()
  const { data: roles } = trpc.roles.list.useQuery({ organization })
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Name"
        error={tried && draft.name.trim() === '' ? 'Give it a name that says what it is.' : undefined}
      >
        <Input
          value={draft.name}
          maxLength={100}
          placeholder="Nightly export"
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Field>
      <Field label="Description" optional>
        <TextArea
          value={draft.description}
          maxLength={LONGEST_ACCOUNT_DESCRIPTION}
          rows={2}
          onChange={({ target }) => onChange({ description: target.value })}
        />
      </Field>
      {roles ? (
        <RadioCards
          label={`Role in ${here.name}`}
          value={draft.role}
          error={tried && !draft.role ? `Choose a role. Roles in ${many} are given afterwards.` : undefined}
          onChange={(id) => onChange({ role: roles.find((one) => one.id === id)?.id })}
          options={roles.map((one) => ({
            value: one.id,
            label: one.name,
            sentence: one.description,
            disabledReason:
              one.key === 'owner' ? new Refusal('owner-is-a-person').message : (one.refusal ?? undefined),
          }))}
        />
      ) : (
        <SkeletonLines lines={4} />
      )}
      {here.policies.requireReason && (
        <Field label="Reason" hint="Kept in the audit trail.">
          <Input value={draft.reason} onChange={({ target }) => onChange({ reason: target.value })} />
        </Field>
      )}
    </div>
  )
}
