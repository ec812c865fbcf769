import { Download, Printer, ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { saveFile } from '../roles/save-file.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Card } from '../ui/card.tsx'
import { Code } from '../ui/code.tsx'
import { Menu } from '../ui/menu.tsx'
import { count } from '../ui/number.ts'
import { PrintedReport } from './printed-report.tsx'
import { reportCsv, reportJson } from './report-file.ts'
import { SealVerdict } from './seal-verdict.tsx'
import type { ReviewDetails, ReviewItem } from './types.ts'
import { useReportItems } from './use-report-items.ts'
import { OUTCOMES } from './words.ts'

/** What came out of a closed review: sealed, to be verified against the trail, taken along, or printed. */
export function Report({ review }: { review: ReviewDetails }) {
  const { organization, here, whyNot } = useHere()
  const { pending, read } = useReportItems(review.id)
  const [printed, setPrinted] = useState<readonly ReviewItem[]>()
  const verify = trpc.reviews.verify.useQuery({ organization, review: review.id }, { enabled: false })
  const file = `${here.slug}-review-${new Date(review.since).toISOString().slice(0, 10)}`

  useEffect(() => {
    if (printed) window.print()
  }, [printed])

  async function save(format: 'csv' | 'json') {
    const items = await read()
    if (!items) return
    if (format === 'csv') saveFile(`${file}.csv`, 'text/csv', reportCsv(items, here.name))
    else saveFile(`${file}.json`, 'application/json', reportJson(review, items, here.name))
  }

  return (
    <>
      <div className="print:hidden">
        <Card
          title="Sealed report"
          actions={
            <>
              <Button
                size="small"
                icon={Printer}
                pending={pending}
                onClick={() => void read().then((items) => items && setPrinted([...items]))}
              >
                Print
              </Button>
              <Menu
                label="Download the report"
                trigger={
                  <Button size="small" icon={Download}>
                    Download
                  </Button>
                }
                sections={[
                  {
                    items: [
                      { label: 'As CSV, for spreadsheets', onSelect: () => void save('csv') },
                      { label: 'As JSON, for programs', onSelect: () => void save('json') },
                    ],
                  },
                ]}
              />
            </>
          }
        >
          <div className="flex flex-col gap-3 text-sm">
            <ul aria-label="What came out" className="flex flex-wrap gap-2">
              {review.outcomes.map(({ outcome, items }) => (
                <li key={outcome}>
                  <Badge meaning={OUTCOMES[outcome].meaning} tip={OUTCOMES[outcome].sentence}>
                    {count(items)} {OUTCOMES[outcome].label.toLowerCase()}
                  </Badge>
                </li>
              ))}
            </ul>
            <p className="max-w-prose text-ink-muted">
              The seal is the SHA-256 of everything that was decided. It stands in the audit trail as well, so
              whoever changes the report afterwards breaks it. Notes are not part of it.
            </p>
            <Code block>{review.seal ?? ''}</Code>
            <div>
              <Button
                icon={ShieldCheck}
                pending={verify.isFetching}
                disabledReason={whyNot('reviews.read')}
                onClick={() => void verify.refetch()}
              >
                Verify the seal
              </Button>
            </div>
            {verify.error && (
              <Callout meaning="danger" announced>
                {sentenceOf(verify.error)}
              </Callout>
            )}
            {verify.data && <SealVerdict verdict={verify.data} />}
          </div>
        </Card>
      </div>
      {printed && <PrintedReport review={review} items={printed} organization={here.name} />}
    </>
  )
}
