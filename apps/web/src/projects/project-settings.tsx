import { Refusal } from '@roster/domain'
import { KeysOf } from '../keys/keys-of.tsx'
import { useHere } from '../organizations/here.ts'
import { Code } from '../ui/code.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Name } from '../ui/name.tsx'
import { Section } from '../ui/section.tsx'
import { SectionAction } from '../ui/section-action.tsx'
import { Time } from '../ui/time.tsx'
import { ArchiveProject } from './archive-project.tsx'
import { DeleteProject } from './delete-project.tsx'
import { GeneralForm } from './general-form.tsx'
import { useProjectLabel } from './label.ts'
import { TransferProject } from './transfer-project.tsx'
import type { Project } from './types.ts'

/** What a project is called, who knows of it, who gets into it by joining, and what ends it. */
export function ProjectSettings({ project }: { project: Project }) {
  const { here, whyNot } = useHere()
  const { one } = useProjectLabel()
  return (
    <div className="max-w-3xl">
      <Section title="General">
        <GeneralForm key={project.id} project={project} />
      </Section>
      <Section title={`About this ${one}`}>
        <DefinitionList
          items={[
            { term: 'Created', value: <Time at={project.since} as="date" /> },
            {
              term: 'By',
              value: project.createdBy ? <Name>{project.createdBy.name}</Name> : `Somebody of ${here.name}`,
            },
            { term: 'Id', value: <Code block>{project.id}</Code> },
          ]}
        />
      </Section>
      <div className="mb-8">
        <KeysOf
          at={{ id: project.id, name: project.name }}
          whyNotMake={project.archived ? new Refusal('project-archived').message : whyNot('keys.create')}
        >
          A key for this {one} works in it and nowhere else.
        </KeysOf>
      </div>
      {!project.archived && (
        <Section title={`Transfer this ${one}`}>
          <SectionAction action={<TransferProject project={project} />}>
            Somebody else becomes its owner. You say what you keep in this {one}.
          </SectionAction>
        </Section>
      )}
      {!project.archived && (
        <Section title={`Archive this ${one}`}>
          <SectionAction action={<ArchiveProject project={project} />}>
            Nothing in it changes any more. It can be restored at any time.
          </SectionAction>
        </Section>
      )}
      <div id="delete" className="scroll-mt-6">
        <Section title={`Delete this ${one}`} danger>
          <SectionAction action={<DeleteProject project={project} />}>
            Every role in it ends, for everybody. You see what is lost before anything happens.
          </SectionAction>
        </Section>
      </div>
    </div>
  )
}
