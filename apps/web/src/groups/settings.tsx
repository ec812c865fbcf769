import { groupName } from '@roster/domain'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Form } from '../ui/form.tsx'
import { Name } from '../ui/name.tsx'
import { notify } from '../ui/notify.ts'
import { Section } from '../ui/section.tsx'
import { SectionAction } from '../ui/section-action.tsx'
import { Time } from '../ui/time.tsx'
import { type Named, NameFields } from './name-fields.tsx'
import type { GroupDetails } from './types.ts'
import { useGroupsChanged } from './use-groups-changed.ts'
import { useGroupSearch } from './use-groups-search.ts'

/** What a group is called, what it is for, since when it is there, and the way to delete it. */
export function Settings({ details }: { details: GroupDetails }) {
  const { organization, whyNot } = useHere()
  const { set } = useGroupSearch()
  const changed = useGroupsChanged()
  const form = useForm<Named>({ values: { name: details.name, description: details.description } })
  const update = trpc.groups.update.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: 'Saved.' })
    },
  })
  const refused = useRefused(form, update.error, ['name', 'description'])
  const whyNotChange = whyNot('groups.manage')
  const { managers, createdBy, since } = details

  return (
    <div className="max-w-3xl">
      <Section title="Name and description">
        <Form
          refused={refused}
          onSubmit={(event) =>
            void form.handleSubmit((named) => {
              if (whyNotChange === undefined && !update.isPending) {
                update.mutate({ organization, group: details.id, ...named })
              }
            })(event)
          }
        >
          <NameFields form={form} nameRule={ruled(groupName, 'Type a name for the group.')} />
          <div>
            <Button
              type="submit"
              variant="primary"
              pending={update.isPending}
              disabledReason={
                whyNotChange ?? (form.formState.isDirty ? undefined : 'There is nothing to save.')
              }
            >
              Save
            </Button>
          </div>
        </Form>
      </Section>
      <Section title="About this group">
        <DefinitionList
          items={[
            {
              term: 'Managers',
              value:
                managers.length === 0 ? (
                  'Nobody but those who manage all groups.'
                ) : (
                  <ul className="flex flex-col gap-0.5">
                    {managers.map(({ user, name }) => (
                      <li key={user}>
                        <Name>{name}</Name>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              term: 'Created',
              value: (
                <>
                  <Time at={since} as="date" />
                  {createdBy && (
                    <>
                      {' '}
                      by <bdi>{createdBy.name}</bdi>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title="Delete this group" danger>
        <SectionAction
          action={
            <Button variant="danger" onClick={() => set({ dialog: 'delete' })} disabledReason={whyNotChange}>
              Delete group
            </Button>
          }
        >
          Its people lose what they hold through it. You see who loses what before anything happens.
        </SectionAction>
      </Section>
    </div>
  )
}
