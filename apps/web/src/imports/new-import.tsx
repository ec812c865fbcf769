import {
  cellsOf,
  guessFields,
  hasHeader,
  type ImportField,
  type ImportMapping,
  MOST_IMPORT_ROWS,
  mappingProblem,
} from '@roster/domain'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Name } from '../ui/name.tsx'
import { count, counted } from '../ui/number.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { ChooseFile, type ReadFile } from './choose-file.tsx'
import { beginSoon } from './import-details.tsx'
import { Mapping } from './mapping.tsx'
import { Preview } from './preview.tsx'
import { useCheck } from './use-check.ts'
import { useLoad } from './use-import.ts'

/** The way of a file in: chosen, its columns told, checked, and then imported. */
export function NewImport() {
  const [file, setFile] = useState<ReadFile>()
  if (!file) return <ChooseFile onRead={setFile} />
  return <Prepare key={file.name} file={file} onForget={() => setFile(undefined)} />
}

type PrepareProps = { file: ReadFile; onForget: () => void }

function Prepare({ file, onForget }: PrepareProps) {
  const { organization, here } = useHere()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const records = file.records.map(({ cells }) => cells)
  const [header, setHeader] = useState(() => hasHeader(records.slice(0, 20)))
  const columns = Math.min(Math.max(...records.slice(0, 100).map((cells) => cells.length)), MOST_COLUMNS)
  const headings = Array.from({ length: columns }, (_, at) => {
    const said = header ? records[0]?.[at]?.trim().slice(0, 100) : ''
    return said || `Column ${at + 1}`
  })
  const [mapping, setMapping] = useState<ImportMapping>(() => guessFields(headings, records.slice(1, 50)))
  const [reason, setReason] = useState('')
  const { check, start, forget } = useCheck()
  const { load, loading, problem } = useLoad()

  const rows = header ? file.records.slice(1) : file.records
  const lines = () => rows.map(({ line, cells }) => ({ line, cells: cellsOf(cells, mapping) }))
  const given = { name: file.name, reason: reason.trim() || null }

  async function begin() {
    const id = await load(given, lines())
    if (!id) return
    beginSoon(id)
    await utils.imports.list.invalidate()
    await navigate({ to: '/$organization/settings/import', params: { organization }, search: { import: id } })
  }

  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex min-w-0 gap-1 text-sm">
          <Name strong>{file.name}</Name>
          <span className="whitespace-nowrap text-ink-muted">· {counted(rows.length, 'row', 'rows')}</span>
        </p>
        <Button variant="quiet" onClick={onForget}>
          Choose another file
        </Button>
      </div>
      <div>
        <h3 className="mb-1 font-medium text-sm">What the columns say</h3>
        <Checkbox
          label="The first line holds headings"
          checked={header}
          onChange={(on) => {
            setHeader(on)
            forget()
          }}
        />
        <Mapping
          headings={headings}
          samples={rows.slice(0, 3)}
          mapping={mapping}
          onChange={(next) => {
            setMapping(next)
            forget()
          }}
        />
      </div>
      {here.policies.requireReason && (
        <Field label="Reason" hint="Kept with every role that is given.">
          <Input
            value={reason}
            maxLength={500}
            onChange={(event) => {
              setReason(event.target.value)
              forget()
            }}
          />
        </Field>
      )}
      {check.state === 'failed' && (
        <Callout meaning="danger" announced>
          {check.problem}
        </Callout>
      )}
      {problem !== undefined && (
        <Callout meaning="danger" announced>
          {problem}
        </Callout>
      )}
      {check.state === 'checking' && <ProgressBar label="Checking" done={check.done} total={check.total} />}
      {loading && <ProgressBar label="Sending the file" {...loading} />}
      {check.state === 'checked' ? (
        <Preview
          rows={check.rows}
          columnOf={(field: ImportField) => headings[mapping.indexOf(field)]}
          pending={loading !== undefined}
          onImport={() => void begin()}
        />
      ) : (
        <div>
          <Button
            variant="primary"
            pending={check.state === 'checking'}
            disabledReason={whyNot(mapping, rows.length)}
            onClick={() => void start(lines(), given.reason)}
          >
            Check {counted(rows.length, 'row', 'rows')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** More say nothing that could be meant. */
const MOST_COLUMNS = 50

function whyNot(mapping: ImportMapping, rows: number): string | undefined {
  if (rows === 0) return 'There are no rows below the headings.'
  if (rows > MOST_IMPORT_ROWS) {
    return `One import takes ${count(MOST_IMPORT_ROWS)} rows at the most. Split the file.`
  }
  return mappingProblem(mapping) === 'nobody' ? 'Say which column holds the email or username.' : undefined
}
