import { exactTime } from '../ui/time-text.ts'
import { itemName } from './item-name.ts'
import type { ReviewDetails, ReviewItem } from './types.ts'
import { OUTCOMES } from './words.ts'

type PrintedReportProps = { review: ReviewDetails; items: readonly ReviewItem[]; organization: string }

/** Every decision on paper, with how many there were of each kind; on the screen there is the list instead. */
export function PrintedReport({ review, items, organization }: PrintedReportProps) {
  const kinds = [...Map.groupBy(items, ({ outcome }) => outcome)]
  return (
    <section aria-hidden className="hidden text-xs print:block">
      <p className="mb-2">
        {organization}. {items.length} decided:{' '}
        {kinds
          .map(
            ([outcome, all]) =>
              `${all.length} ${outcome ? OUTCOMES[outcome].label.toLowerCase() : 'undecided'}`,
          )
          .join(', ')}
        . Seal: <span className="break-all font-mono">{review.seal}</span>
      </p>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b">
            {['Person or group', 'Role', 'Where', 'Outcome', 'By', 'When', 'Note'].map((head) => (
              <th key={head} className="py-1 pr-2 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className="break-inside-avoid border-b align-top">
              <td className="py-1 pr-2">{itemName(item)}</td>
              <td className="py-1 pr-2">{item.role.name}</td>
              <td className="py-1 pr-2">{item.project?.name ?? organization}</td>
              <td className="py-1 pr-2">
                {item.outcome && OUTCOMES[item.outcome].label}
                {item.toRole && ` to ${item.toRole}`}
                {item.refusal && `: ${item.refusal}`}
              </td>
              <td className="py-1 pr-2">{item.decidedBy?.name ?? 'the deadline'}</td>
              <td className="py-1 pr-2">{item.decidedAt !== null && exactTime(item.decidedAt)}</td>
              <td className="py-1 pr-2">{item.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
