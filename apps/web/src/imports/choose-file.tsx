import { plainName, Refusal } from '@roster/domain'
import { FileUp } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { type CsvRecord, parseCsv } from './csv.ts'
import { fileText } from './file-text.ts'

/** A file that was read. */
export type ReadFile = { name: string; records: readonly CsvRecord[] }

/** A file is chosen, or its text pasted; nothing of it leaves the browser yet. */
export function ChooseFile({ onRead }: { onRead: (file: ReadFile) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const [problem, setProblem] = useState<string>()
  const [reading, setReading] = useState(false)

  async function take(name: string, bytes: Uint8Array) {
    setReading(true)
    const read = fileText(bytes)
    const csv = 'problem' in read ? read : await parseCsv(read.text)
    setReading(false)
    if ('problem' in csv) setProblem(csv.problem)
    else onRead({ name, records: csv.records })
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    if (file) await take(nameOf(file.name), new Uint8Array(await file.arrayBuffer()))
    target.value = ''
  }

  return (
    <div className="flex flex-col gap-4">
      {problem !== undefined && (
        <Callout meaning="danger" announced>
          {problem}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-label="CSV file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void choose(event)}
        />
        <Button variant="primary" icon={FileUp} pending={reading} onClick={() => input.current?.click()}>
          Choose a CSV file
        </Button>
        <p className="text-ink-muted text-sm">Up to 10,000 rows and 5 MB.</p>
      </div>
      <Field
        label="Or paste it"
        hint="With a line of headings, such as email, role, groups, projects. Groups are separated by semicolons; a project stands with its role, like “Apollo: editor”."
      >
        <TextArea
          rows={4}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
          placeholder={'email,role,groups,projects'}
        />
      </Field>
      <div>
        <Button
          disabledReason={pasted.trim() === '' ? 'Paste the text of a CSV file first.' : undefined}
          pending={reading}
          onClick={() => void take('Pasted text', new TextEncoder().encode(pasted))}
        >
          Read the pasted text
        </Button>
      </div>
    </div>
  )
}

/** A name as it can be kept. */
function nameOf(file: string): string {
  const name = plainName([...file].slice(-100).join(''))
  return name instanceof Refusal ? 'people.csv' : name
}
