import { IMPORT_FIELDS, type ImportField } from '@roster/domain'
import { count } from '../ui/number.ts'
import type { RowProblem } from './types.ts'
import { FIELD_WORDS } from './words.ts'

export type LineProblems = { line: number; problems: readonly RowProblem[] }

type ProblemsProps = {
  rows: readonly LineProblems[]
  /** What the columns are called in the file, where that is known. */
  columnOf?: ((field: ImportField) => string | undefined) | undefined
}

const SHOWN = 100

/** What is wrong, by line and column: the first hundred, and how many there are. */
export function Problems({ rows, columnOf }: ProblemsProps) {
  const all = rows.flatMap(({ line, problems }) => problems.map((problem, nth) => ({ line, nth, problem })))
  if (all.length === 0) return null
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed text-left text-sm tabular-nums">
        <caption className="sr-only">What is wrong, by line and column</caption>
        <thead className="text-ink-muted text-xs">
          <tr className="border-line border-b">
            <th className="w-12 py-1.5 pr-2 font-medium sm:w-16">Line</th>
            <th className="w-20 py-1.5 pr-3 font-medium sm:w-44">Column</th>
            <th className="py-1.5 font-medium">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, SHOWN).map(({ line, nth, problem }) => (
            <tr key={`${line} ${nth}`} className="border-line border-b align-top last:border-0">
              <td className="py-1.5 pr-3">{count(line)}</td>
              <td className="py-1.5 pr-3 [overflow-wrap:anywhere]">{columnName(problem.field, columnOf)}</td>
              <td className="py-1.5 [overflow-wrap:anywhere]">
                <bdi>{problem.message}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > SHOWN && (
        <p className="mt-2 text-ink-muted text-sm">
          The first {SHOWN} of {count(all.length)} are shown.
        </p>
      )}
    </div>
  )
}

function columnName(text: string, columnOf: ProblemsProps['columnOf']): string {
  const field = IMPORT_FIELDS.find((one) => one === text)
  if (field === undefined) return text
  return columnOf?.(field) ?? FIELD_WORDS[field]
}
