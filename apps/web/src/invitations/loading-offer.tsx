import { BareFrame } from '../frame/bare-frame.tsx'
import { Skeleton, SkeletonLines } from '../ui/skeleton.tsx'

/** The shape of an invitation that is on its way. */
export function LoadingOffer() {
  return (
    <BareFrame title="Invitation">
      <div className="flex flex-col gap-5">
        <div className="flex items-center gap-3">
          <Skeleton className="size-12 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        </div>
        <SkeletonLines lines={5} />
        <Skeleton className="h-10 w-full rounded-control" />
      </div>
    </BareFrame>
  )
}
