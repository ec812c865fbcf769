import { checkEntitlements, type Entitlement, MOST_ENTITLEMENTS, Refusal } from '@roster/domain'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { notify } from '../ui/notify.ts'
import { useHere } from './here.ts'
import { OfferFields } from './offer-fields.tsx'
import { Offers } from './offers.tsx'

type OffersFormProps = { offers: readonly Entitlement[]; forbidden: string | undefined }

/** A form's row; the key outlives what is typed into it. */
type Draft = Entitlement & { key: number }

/** The list as owners write it, saved as a whole. */
export function OffersForm({ offers, forbidden }: OffersFormProps) {
  const { organization } = useHere()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    offers.map((offer, key) => ({ ...offer, key })),
  )
  const [next, setNext] = useState(offers.length)
  const [asked, setAsked] = useState(false)
  const utils = trpc.useUtils()
  const save = trpc.organizations.setEntitlements.useMutation({
    async onSuccess() {
      await utils.organizations.entitlements.invalidate()
      notify({ message: 'Offers saved', meaning: 'success' })
    },
  })
  if (forbidden !== undefined) {
    return (
      <div className="flex flex-col gap-3">
        {offers.length > 0 ? (
          <Offers offers={offers} />
        ) : (
          <p className="text-ink-muted text-sm">Nothing yet.</p>
        )}
        <p className="text-ink-muted text-sm">{forbidden}</p>
      </div>
    )
  }
  const wanted = drafts.map(({ name, text, link }) => ({ name, text, link }))
  const checked = checkEntitlements(wanted)
  const refusal = checked instanceof Refusal ? checked : undefined
  const same = JSON.stringify(wanted) === JSON.stringify(offers)
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (!refusal && !same && !save.isPending) save.mutate({ organization, entitlements: wanted })
      }}
      refused={save.error ? sentenceOf(save.error) : undefined}
    >
      {drafts.length === 0 && (
        <p className="text-ink-muted text-sm">Nothing yet. Members see no such list.</p>
      )}
      <ol className="flex flex-col gap-4">
        {drafts.map((draft, at) => (
          <OfferFields
            key={draft.key}
            draft={draft}
            number={at + 1}
            refusal={asked && refusal ? fieldOf(refusal, at) : undefined}
            onChange={(part) =>
              setDrafts(drafts.map((one) => (one.key === draft.key ? { ...one, ...part } : one)))
            }
            onRemove={() => setDrafts(drafts.filter((one) => one.key !== draft.key))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          pending={save.isPending}
          disabledReason={same ? 'Nothing has been changed.' : undefined}
        >
          Save offers
        </Button>
        <Button
          icon={Plus}
          disabledReason={
            drafts.length >= MOST_ENTITLEMENTS ? `There can be ${MOST_ENTITLEMENTS}.` : undefined
          }
          onClick={() => {
            setDrafts([...drafts, { key: next, name: '', text: '', link: null }])
            setNext(next + 1)
            setAsked(false)
          }}
        >
          Add offer
        </Button>
      </div>
    </Form>
  )
}

/** Which field of the entry at this place the rule does not take, and why. */
function fieldOf(refusal: Refusal, at: number): { field: string; sentence: string } | undefined {
  const { field, reason } = refusal.facts
  const [, place, name] = typeof field === 'string' ? field.split('.') : []
  if (place !== String(at) || name === undefined) return undefined
  const said = typeof reason === 'string' ? reason : refusal.message
  return { field: name, sentence: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`.replace(/\.\.$/, '.') }
}
