import { GROUND_WORDS, REQUEST_GROUNDS, type RequestGround, type RoleId } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { RoleField } from '../invitations/role-field.tsx'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { notify } from '../ui/notify.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { ProjectChoice, type ProjectChosen } from './project-choice.tsx'
import type { ListedRequest } from './types.ts'
import { useRequestsChanged } from './use-requests-changed.ts'

/** Says yes, with a role, on a ground that is kept (O11). From outside, the invitation goes out at once (O3). */
export function ApproveDialog({ request, onClose }: { request: ListedRequest; onClose: () => void }) {
  const { organization, here } = useHere()
  const { person, project } = request
  const { data: roles } = trpc.roles.list.useQuery(
    project ? { organization, level: 'project', project: project.id } : { organization },
  )
  const [picked, setPicked] = useState<RoleId>()
  const [sure, setSure] = useState(false)
  const [ground, setGround] = useState<RequestGround>()
  const [message, setMessage] = useState('')
  const [also, setAlso] = useState<ProjectChosen>()
  const changed = useRequestsChanged()
  const place = project?.name ?? here.name
  const approve = trpc.requests.approve.useMutation({
    async onSuccess() {
      await changed()
      notify({
        message: project ? `${person.name} is in ${place} now.` : `${person.name} was sent the invitation.`,
        meaning: 'success',
      })
      onClose()
    },
  })

  // The lowest one that may be given, unless the organization says another (D40).
  const usual = project ? undefined : roles?.find(({ key }) => key === here.policies.defaultRole)
  const offered = roles?.filter(({ refusal }) => refusal === null)
  const role = roles?.find(({ id }) => id === picked) ?? (usual?.refusal === null ? usual : offered?.[0])
  const needsSure = role?.elevated === true
  const whyNot = !role
    ? 'Choose a role first.'
    : needsSure && !sure
      ? `Confirm first that you want to give the role ${role.name}.`
      : !ground
        ? 'Say on which ground first.'
        : also && !also.role
          ? 'Choose a role in the project as well.'
          : undefined

  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={`Approve the request of ${person.name} to join ${place}`}
      description={
        project
          ? 'They have the role at once and are told by mail.'
          : 'They are sent an invitation with the role, and are in once they accept it.'
      }
      onSubmit={() => {
        if (whyNot !== undefined || !role || !ground || approve.isPending) return
        approve.mutate({
          organization,
          request: request.id,
          role: role.id,
          ground,
          message,
          projects: also?.role ? [{ project: also.project, role: also.role }] : [],
        })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={approve.isPending} disabledReason={whyNot}>
            {project ? 'Approve request' : 'Approve and invite'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {roles ? (
          <RoleField
            roles={roles}
            picked={role}
            onPick={(id) => {
              setPicked(id)
              setSure(false)
            }}
            sure={
              role && needsSure
                ? { checked: sure, onChange: setSure, label: `Give the role ${role.name} to ${person.name}` }
                : undefined
            }
          />
        ) : (
          <SkeletonLines lines={4} />
        )}
        {!project && here.permissions.includes('projects.read') && (
          <ProjectChoice organization={organization} chosen={also} onChoose={setAlso} />
        )}
        <RadioCards
          label="Why is it needed?"
          value={ground}
          onChange={setGround}
          options={REQUEST_GROUNDS.map((value) => ({ value, ...GROUND_WORDS[value] }))}
        />
        <Field label="Message" optional>
          <TextArea rows={2} value={message} onChange={({ target }) => setMessage(target.value)} />
        </Field>
        {approve.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(approve.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
