import { memberRoutes } from './members/rest.ts'
import type { Route } from './transport/rest/route.ts'

/** Everything a program may ask for, by resource. */
export const REST_ROUTES: readonly Route[] = [...memberRoutes]
