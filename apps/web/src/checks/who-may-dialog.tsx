import { ALL_PERMISSIONS, isProjectPermission, PERMISSIONS, type Permission } from '@roster/domain'
import { useState } from 'react'
import { useHere } from '../organizations/here.ts'
import { useProjectLabel } from '../projects/label.ts'
import { ProjectField, type ProjectPicked } from '../reviews/project-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { WhoMayList } from './who-may-list.tsx'

type Where = 'organization' | 'project'

/** Who may do something, at the organization or in one project, and why each of them may. */
export function WhoMayDialog({ onClose }: { onClose: () => void }) {
  const { here } = useHere()
  const { one } = useProjectLabel()
  const [permission, setPermission] = useState<Permission>()
  const [where, setWhere] = useState<Where>('organization')
  const [project, setProject] = useState<ProjectPicked>()
  const inProject = permission !== undefined && isProjectPermission(permission) && where === 'project'
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="wide"
      title="Who may…"
      description="Everybody who may do something at this moment, through whatever role or group."
    >
      <div className="flex min-h-80 flex-col gap-4">
        <Field label="What">
          <Select<Permission>
            value={permission ?? ''}
            placeholder="Choose a permission"
            options={ALL_PERMISSIONS.map((value) => ({ value, label: PERMISSIONS[value] }))}
            onChange={setPermission}
          />
        </Field>
        {permission && isProjectPermission(permission) && (
          <Field label="Where">
            <Select<Where>
              value={where}
              options={[
                { value: 'organization', label: `Everywhere in ${here.name}` },
                { value: 'project', label: `In one ${one}` },
              ]}
              onChange={setWhere}
            />
          </Field>
        )}
        {inProject && <ProjectField project={project} onChange={setProject} />}
        {permission && (!inProject || project) && (
          <WhoMayList
            key={`${permission} ${inProject ? project?.id : ''}`}
            permission={permission}
            project={inProject ? project?.id : undefined}
          />
        )}
      </div>
    </Dialog>
  )
}
