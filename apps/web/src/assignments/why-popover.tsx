import type { MemberId, Permission, ProjectId } from '@roster/domain'
import { lazy, Suspense } from 'react'
import type { Trigger } from '../ui/overlay-trigger.ts'
import { Popover } from '../ui/popover.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

const WhyPanel = lazy(() => import('./why-panel.tsx').then((file) => ({ default: file.WhyPanel })))

type WhyPopoverProps = {
  name: string
  member: MemberId
  project?: ProjectId | undefined
  /** Only what gives this. */
  permission?: Permission | undefined
  /** A button around the role. */
  trigger: Trigger
}

/** Wherever a role is shown: one press opens why they hold it. */
export function WhyPopover({ name, member, project, permission, trigger }: WhyPopoverProps) {
  return (
    <Popover label={`Why ${name} may do this`} trigger={trigger}>
      <div className="w-80 max-w-full">
        <Suspense fallback={<SkeletonLines lines={4} />}>
          <WhyPanel member={member} project={project} permission={permission} />
        </Suspense>
      </div>
    </Popover>
  )
}
