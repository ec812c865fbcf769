import { PLACEHOLDERS, type TemplateKind } from '@roster/domain'
import { Code } from '../ui/code.tsx'

/** What may stand in braces, and what each mail then says there. */
export function Placeholders({ kind }: { kind: TemplateKind }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
      {Object.entries(PLACEHOLDERS[kind]).map(([name, meaning]) => (
        <div key={name} className="contents">
          <dt>
            <Code>{`{${name}}`}</Code>
          </dt>
          <dd className="text-ink-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
