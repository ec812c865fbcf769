import { type Chain, chainsIn, verifyChain } from '@roster/api/operating'

type Reader = Parameters<typeof verifyChain>[0]

/** Says how far it is: entries of the trail looked at. */
export type Verified = (entries: number, of: number) => void

/** Where a trail is not what it was; the organization by its short name, null for the one of the instance. */
interface Broken {
  readonly organization: string | null
  readonly at: number
  readonly message: string
}

/** Verifies every chain of the audit trail, one after the other, as far as the first that is broken. */
export async function walkChains(
  reader: Reader,
  verified: Verified,
): Promise<{ readonly chains: readonly Chain[]; readonly looked: number; readonly broken: Broken | null }> {
  const chains = await chainsIn(reader)
  const total = chains.reduce((sum, { sequence }) => sum + sequence, 0)
  let looked = 0
  for (const { chain, organization } of chains) {
    const verification = await verifyChain(reader, chain, undefined, (entries) => {
      looked += entries
      verified(looked, total)
    })
    if (!verification.intact) {
      const { brokenAt: at, message } = verification
      return { chains, looked, broken: { organization: organization?.slug ?? null, at, message } }
    }
  }
  return { chains, looked, broken: null }
}
