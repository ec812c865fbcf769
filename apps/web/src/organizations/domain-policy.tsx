import { canonicalDomain } from '@roster/domain'
import { ChipsInput } from '../ui/chips-input.tsx'
import { Field } from '../ui/field.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useHere } from './here.ts'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyDraft } from './use-policy-draft.ts'

const LISTS = [
  {
    key: 'allowedDomains',
    label: 'Allowed domains',
    hint: 'Only addresses at exactly these can be invited. Empty: every domain.',
  },
  {
    key: 'blockedDomains',
    label: 'Blocked domains',
    hint: 'Addresses at these, and at whatever is below them, are never invited.',
  },
] as const

/** Where addresses may be that are invited (D33). */
export function DomainPolicy() {
  const draft = usePolicyDraft()
  const { organization } = useHere()
  return (
    <PolicyForm draft={draft} save="Save domains">
      {LISTS.map(({ key, label, hint }) => (
        <DomainList
          key={key}
          label={label}
          hint={hint}
          domains={draft.edited[key] ?? [...draft.here.policies[key]]}
          onChange={(domains) => draft.set({ [key]: domains })}
          locked={draft.forbidden}
        />
      ))}
      <p className="text-ink-muted text-sm">
        Members who are here already stay, wherever their address is. To show that a domain is yours, or to
        let its people join by themselves,{' '}
        <TextLink link={{ to: '/$organization/settings/domains', params: { organization } }}>
          prove the domain
        </TextLink>
        .
      </p>
    </PolicyForm>
  )
}

type DomainListProps = {
  label: string
  hint: string
  domains: readonly string[]
  onChange: (domains: string[]) => void
  locked: string | undefined
}

function DomainList({ label, hint, domains, onChange, locked }: DomainListProps) {
  if (locked !== undefined) {
    return (
      <div className="text-sm">
        <p className="font-medium">{label}</p>
        <p>{domains.length > 0 ? domains.join(', ') : 'None'}</p>
        <p className="text-ink-muted">{hint}</p>
      </div>
    )
  }
  const add = (texts: readonly string[]) => {
    const added = texts.map((text) => canonicalDomain(text) ?? text.trim().slice(0, 100))
    onChange([...new Set([...domains, ...added])])
  }
  return (
    <Field label={label} hint={hint} optional>
      <ChipsInput
        chips={domains.map((domain) => ({
          id: domain,
          text: domain,
          state: canonicalDomain(domain) === null ? 'invalid' : 'neutral',
          reason: canonicalDomain(domain) === null ? 'Write it like example.org.' : undefined,
        }))}
        onAdd={add}
        onRemove={(domain) => onChange(domains.filter((one) => one !== domain))}
        placeholder="example.org"
      />
    </Field>
  )
}
