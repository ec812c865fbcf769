import { MOST_OVERLAP_HOURS, OVERLAP_HOURS } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { MadeKey } from './made-key.tsx'
import type { ListedKey } from './types.ts'
import { useKeysChanged } from './use-keys-changed.ts'

const OVERLAPS = [
  { value: '0', label: 'Not at all: it ends now' },
  { value: '1', label: 'For an hour' },
  { value: String(OVERLAP_HOURS), label: 'For a day' },
  { value: '72', label: 'For three days' },
  { value: String(MOST_OVERLAP_HOURS), label: 'For a week' },
] as const

/** Gives a key a new secret, and the old one some time to be replaced wherever it is used. */
export function RotateDialog({ apiKey, onClose }: { apiKey: ListedKey; onClose: () => void }) {
  const { organization, here } = useHere()
  const changed = useKeysChanged()
  const [overlap, setOverlap] = useState(String(OVERLAP_HOURS))
  const rotate = trpc.keys.rotate.useMutation({ onSuccess: changed })
  const made = rotate.data
  return (
    <Dialog
      open
      onOpenChange={() => !rotate.isPending && onClose()}
      guarded
      title={
        made ? (
          <>
            <bdi>{apiKey.name}</bdi> has a new secret
          </>
        ) : (
          <>
            Rotate <bdi>{apiKey.name}</bdi>?
          </>
        )
      }
      description={
        made
          ? undefined
          : 'The key keeps its name and what it may do, and gets a new secret. Put that wherever the key is used while the old one still works.'
      }
      onSubmit={() => {
        if (!made && !rotate.isPending)
          rotate.mutate({ organization, key: apiKey.id, overlapHours: Number(overlap) })
      }}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" pending={rotate.isPending}>
              Rotate key
            </Button>
          </>
        )
      }
    >
      {made ? (
        <MadeKey secret={made.secret} organization={here.slug} project={apiKey.project} />
      ) : (
        <div className="flex flex-col gap-4">
          <Field label="The old secret still works">
            <Select<string> value={overlap} options={OVERLAPS} onChange={setOverlap} />
          </Field>
          {apiKey.oldSecretUntil !== null && (
            <Callout meaning="warning">
              A secret from before the last rotation still works. It ends now, whatever you choose.
            </Callout>
          )}
          {rotate.error && (
            <Callout meaning="danger" announced>
              {sentenceOf(rotate.error)}
            </Callout>
          )}
        </div>
      )}
    </Dialog>
  )
}
