import { trpc } from '../api/client.ts'

/** Who is signed in, on pages that are only there for somebody who is. */
export function useMe() {
  const [me] = trpc.identity.me.useSuspenseQuery({})
  if (!me) throw new Error('this page stands behind sign-in')
  return me
}
