import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Time } from '../ui/time.tsx'
import type { ReviewDetails } from './types.ts'
import { FALLBACK_WORDS } from './words.ts'

/** How far it is, who has what left, and its terms. */
export function ReviewFacts({ review }: { review: ReviewDetails }) {
  const { state, items, decided, startedBy, since, deadline, closedAt, closedBy, fallback, reviewers } =
    review
  return (
    <Card>
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <ProgressBar label="Decided" done={decided} total={items} />
          <section aria-label="Reviewers">
            <h2 className="mb-1.5 font-medium text-sm">Who decides</h2>
            <ul
              className="flex max-h-44 flex-col gap-1 overflow-y-auto text-sm"
              tabIndex={reviewers.length > 6 ? 0 : undefined}
            >
              {reviewers.map(({ person, items: share, left }) => (
                <li key={person.user} className="flex items-baseline justify-between gap-3">
                  <Name>{person.name}</Name>
                  <span className="whitespace-nowrap text-ink-muted tabular-nums">
                    {left === 0
                      ? `all ${count(share)} decided`
                      : state === 'open'
                        ? `${count(left)} of ${count(share)} left`
                        : `${count(share - left)} of ${count(share)} decided`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <DefinitionList
          items={[
            {
              term: 'Started',
              value: (
                <>
                  <Time at={since} />
                  {startedBy && (
                    <>
                      {' '}
                      by <Name>{startedBy.name}</Name>
                    </>
                  )}
                </>
              ),
            },
            ...(state === 'open'
              ? [
                  {
                    term: 'Closes by itself',
                    value: <Time at={deadline} />,
                  },
                  {
                    term: 'What is left then',
                    value:
                      fallback === 'keep'
                        ? 'Is kept as it is'
                        : 'Is revoked, as far as the starter’s rights allow',
                  },
                ]
              : [
                  {
                    term: state === 'closed' ? 'Closed' : 'Called off',
                    value: closedAt !== null && (
                      <>
                        <Time at={closedAt} />{' '}
                        {closedBy ? (
                          <>
                            by <Name>{closedBy.name}</Name>
                          </>
                        ) : (
                          'at the deadline'
                        )}
                      </>
                    ),
                  },
                  { term: 'What was undecided', value: `${FALLBACK_WORDS[fallback].label}, was the rule` },
                ]),
          ]}
        />
      </div>
    </Card>
  )
}
