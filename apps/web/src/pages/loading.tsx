import { SkeletonLines } from '../ui/skeleton.tsx'

/** The quiet shape of a page that is on its way. */
export function LoadingPage() {
  return <SkeletonLines />
}
