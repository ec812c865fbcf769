import { trpc } from '../api/client.ts'
import { Card } from '../ui/card.tsx'
import { useHere } from './here.ts'
import { Offers } from './offers.tsx'

/** What belonging here brings, on the organization's home; nothing where nothing is offered (I2). */
export function OfferCard() {
  const { organization } = useHere()
  const [offers] = trpc.organizations.entitlements.useSuspenseQuery({ organization })
  if (offers.length === 0) return null
  return (
    <Card title="What you get here">
      <Offers offers={offers} />
    </Card>
  )
}
