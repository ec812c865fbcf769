import type { Permission, RoleId } from '@roster/domain'
import type { ListedRole } from '../roles/types.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import type { Expiry } from './expiry.ts'
import { ExpiryField } from './expiry-field.tsx'
import { PlaceField } from './place-field.tsx'
import { ScopePicker } from './scope-picker.tsx'
import type { KeyAt, KeyFor } from './types.ts'
import { WhoField } from './who-field.tsx'

export type KeyDraft = {
  /** Without one, the reader themself. */
  account: KeyFor | undefined
  /** Without one, the whole organization. */
  at: KeyAt | undefined
  role: RoleId | undefined
  picked: ReadonlySet<Permission> | null
  expiry: Expiry
}

type KeyTermsProps = {
  draft: KeyDraft
  /** What is not asked, since it is known. */
  settled: { account: boolean; at: boolean }
  roles: readonly ListedRole[] | undefined
  whyNotRole: (role: ListedRole) => string | undefined
  /** Somebody wanted to go on. */
  tried: boolean
  onChange: (change: Partial<KeyDraft>) => void
}

/** For whom, where, as what and for how long. */
export function KeyTerms({ draft, settled, roles, whyNotRole, tried, onChange }: KeyTermsProps) {
  const role = roles?.find(({ id }) => id === draft.role)
  const anew = { role: undefined, picked: null }
  return (
    <>
      {!(settled.account && settled.at) && (
        <div className="grid gap-4 sm:grid-cols-2">
          {!settled.account && (
            <WhoField value={draft.account} onChange={(account) => onChange({ account, ...anew })} />
          )}
          {!settled.at && <PlaceField value={draft.at} onChange={(at) => onChange({ at, ...anew })} />}
        </div>
      )}
      {roles ? (
        <RadioCards
          label="At most, it may do what this role allows"
          value={draft.role}
          error={tried && !role ? 'Choose a role: the key never gets to do more.' : undefined}
          onChange={(id) => onChange({ role: roles.find((one) => one.id === id)?.id, picked: null })}
          options={roles.map((one) => ({
            value: one.id,
            label: one.name,
            sentence: one.description,
            disabledReason: whyNotRole(one),
          }))}
        />
      ) : (
        <SkeletonLines lines={4} />
      )}
      {role && (
        <ScopePicker
          level={role.level}
          allowed={role.permissions}
          picked={draft.picked}
          onPick={(picked) => onChange({ picked })}
          error={draft.picked?.size === 0 ? 'Choose at least one.' : undefined}
        />
      )}
      <ExpiryField value={draft.expiry} onChange={(expiry) => onChange({ expiry })} />
    </>
  )
}
