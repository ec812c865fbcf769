import type { Change } from './facts.ts'

/** Before and after, side by side. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <table className="w-full max-w-2xl table-fixed border-separate border-spacing-0 overflow-clip rounded-control border border-line bg-surface text-sm">
      <caption className="sr-only">What changed</caption>
      <thead>
        <tr className="text-left text-ink-muted text-xs">
          <th scope="col" className="w-2/5 px-3 py-1.5 font-medium">
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="px-3 py-1.5 font-medium">
            Before
          </th>
          <th scope="col" className="px-3 py-1.5 font-medium">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ what, before, after }) => (
          <tr key={what} className="align-top">
            <th scope="row" className="border-line border-t px-3 py-2 text-left font-normal text-ink-muted">
              {what}
            </th>
            <td className="border-line border-t px-3 py-2 [overflow-wrap:anywhere]">
              <bdi>{before}</bdi>
            </td>
            <td className="border-line border-t px-3 py-2 font-medium [overflow-wrap:anywhere]">
              <bdi>{after}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
