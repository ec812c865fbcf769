import type { AppRouter } from '@roster/api'
import type { inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<AppRouter>['webhooks']

/** A webhook as its pages show it. */
export type Webhook = Outputs['get']
/** An event on its way, or there. */
export type Delivery = Outputs['deliveries']['items'][number]
/** The same with everything that was tried. */
export type DeliveryDetails = Outputs['delivery']
export type Attempt = DeliveryDetails['tried'][number]
