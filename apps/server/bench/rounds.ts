import { type Call, fire, type Sample } from './load.ts'
import { median, quantile } from './numbers.ts'

export const MANY = 32

/** Something to measure, by the name of its row. */
export interface Measure {
  readonly what: string
  readonly members: number | null
  readonly call: Call
}

/** Medians over the rounds: latency with nobody else asking, throughput and processor time on many connections. */
export interface Measured {
  readonly what: string
  readonly members: number | null
  /** Milliseconds on one connection. */
  readonly p50: number
  readonly p99: number
  /** Answers a second on `MANY` connections, and processor time of the server for each, in microseconds. */
  readonly perSecond: number
  readonly cpu: number | null
}

/** Measures everything once in each round, so that what the machine does meanwhile touches all of it alike. */
export async function interleaved(
  measures: readonly Measure[],
  rounds: number,
  milliseconds: number,
  progress: (done: string) => void,
): Promise<readonly Measured[]> {
  const alone = new Map<Measure, Sample[]>()
  const together = new Map<Measure, Sample[]>()
  const calls = new Map<Measure, { readonly alone: number; readonly together: number }>()
  for (const measure of measures) {
    const first = await fire(measure.call, 1, FEWEST)
    await fire(measure.call, MANY, callsIn(WARM_UP_MS, first, MANY))
    calls.set(measure, {
      alone: callsIn(milliseconds, await fire(measure.call, 1, FEWEST), FEWEST),
      together: callsIn(milliseconds, await fire(measure.call, MANY, 2 * MANY), MANY),
    })
  }
  progress('warmed up')
  for (let round = 1; round <= rounds; round++) {
    for (const measure of measures) {
      const { alone: one = FEWEST, together: many = MANY } = calls.get(measure) ?? {}
      keep(alone, measure, await fire(measure.call, 1, one))
      keep(together, measure, await fire(measure.call, MANY, many))
    }
    progress(`reading, round ${round} of ${rounds}`)
  }
  return measures.map((measure) => ({
    what: measure.what,
    members: measure.members,
    ...summary(alone.get(measure) ?? [], together.get(measure) ?? []),
  }))
}

/** Fewer say nothing of a quantile. */
const FEWEST = 32
const WARM_UP_MS = 150

/** As many calls as take about so long, by what some took, but some at the least. */
function callsIn(milliseconds: number, { perSecond }: Sample, fewest: number): number {
  return Math.max(fewest, Math.min(20_000, Math.round((perSecond * milliseconds) / 1_000)))
}

function keep(samples: Map<Measure, Sample[]>, measure: Measure, sample: Sample): void {
  samples.set(measure, [...(samples.get(measure) ?? []), sample])
}

/** The medians of some rounds. */
export function summary(alone: readonly Sample[], together: readonly Sample[]) {
  const cpu = together.map((sample) => sample.cpu).filter((one) => one !== null)
  return {
    p50: median(alone.map((sample) => quantile(sample.milliseconds, 0.5))),
    p99: median(alone.map((sample) => quantile(sample.milliseconds, 0.99))),
    perSecond: median(together.map((sample) => sample.perSecond)),
    cpu: cpu.length > 0 ? median(cpu) : null,
  }
}
