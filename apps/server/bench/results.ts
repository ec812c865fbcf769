import { type Access, ASSIGNED_AT_ONCE, GROUPS, REACHED } from './access.ts'
import type { AccessFloor } from './access-floor.ts'
import { type Bulk, INVITED_AT_ONCE } from './bulk.ts'
import type { Exported } from './export.ts'
import type { Floor } from './floor.ts'
import { MANY, type Measured } from './rounds.ts'
import type { Started } from './starting.ts'
import type { Row, Target } from './table.ts'
import { EVENTS, type FanOut } from './webhooks.ts'

/** A row among the measured ones. */
function find(measured: readonly Measured[], what: string, members: number | null): Measured | undefined {
  return measured.find((one) => one.what === what && one.members === members)
}

/** How much slower one is than another, by the middle of its latencies on one connection. */
function ratio(to: string, one: Measured, other: Measured | undefined, limit: number): readonly Target[] {
  if (!other) return []
  const cpu = one.cpu === null || other.cpu === null ? null : one.cpu / other.cpu
  return [{ of: `p50 of ${to}`, is: one.p50 / other.p50, limit, at: 'most', unit: '×', cpu }]
}

const SEARCH = /^list, search, /

/** What was read, each against the targets that it has. */
export function readRows(measured: readonly Measured[]): readonly Row[] {
  const smallest = Math.min(...measured.flatMap(({ members }) => members ?? []))
  const bare = find(measured, 'bare Fastify, constant', null)
  const constant = find(measured, 'stock tRPC, a page of 25 as constant', null)
  return measured.map((row) => {
    const { what, members, p99, perSecond } = row
    const first = find(measured, 'list, first page', members)
    const targets: Target[] = []
    if (what === 'list, first page') {
      if (members !== smallest) {
        const small = find(measured, what, smallest)
        targets.push(...ratio(`${smallest.toLocaleString('en')} members`, row, small, 1.15))
      }
      targets.push(...ratio('the same page as a constant', row, constant, 1.5))
    } else if (what.startsWith('list, as of')) {
      targets.push(...ratio('today’s first page', row, first, 2))
    } else if (/deep, by/.test(what)) {
      targets.push(...ratio('the first page', row, first, 1.25))
    } else if (SEARCH.test(what)) {
      targets.push({ of: 'p99', is: p99, limit: 3, at: 'most', unit: 'ms' })
    } else if (what === 'permission' && bare) {
      const is = (perSecond / bare.perSecond) * 100
      targets.push({ of: 'of bare Fastify (the target is for REST)', is, limit: 10, at: 'least', unit: '%' })
    }
    return { ...row, targets }
  })
}

/** Ten thousand events to a receiver, and how others fared. */
export function fanOutRows(measured: readonly FanOut[]): readonly Row[] {
  return measured.flatMap(({ members, milliseconds, perSecond, again, others }): Row[] => [
    {
      what: `webhooks, ${EVENTS.toLocaleString('en')} events to one receiver`,
      members,
      p50: milliseconds,
      perSecond,
      targets: [{ of: 'events sent again', is: (again / EVENTS) * 100, limit: 0, at: 'most', unit: '%' }],
    },
    {
      what: "others' first page meanwhile",
      members,
      ...others,
      targets: [{ of: 'p99', is: others.p99, limit: 25, at: 'most', unit: 'ms' }],
    },
  ])
}

/** What programs asked, each beside what a page asks for the same and beside the bare framework. */
export function restRows(measured: readonly Measured[]): readonly Row[] {
  const bare = measured.find(({ what }) => what === 'bare Fastify, constant')
  const beside = (row: Measured, what: string) => {
    const other = measured.find((one) => one.what === what)
    return ratio(what, row, other, 1)
  }
  return measured.map((row): Row => {
    const { what } = row
    const targets: Target[] = []
    if (what === 'REST, list') targets.push(...beside(row, 'tRPC, list'))
    if (what === 'REST, check') targets.push(...beside(row, 'tRPC, permission'))
    if (bare && /^REST, check(?! of)|^AuthZEN/.test(what)) {
      const is = (row.perSecond / bare.perSecond) * 100
      targets.push({ of: 'of bare Fastify', is, limit: 10, at: 'least', unit: '%' })
      if (row.cpu !== null && bare.cpu !== null)
        targets.push({
          of: 'processor time of bare Fastify',
          is: row.cpu / bare.cpu,
          limit: 10,
          at: 'most',
          unit: '×',
        })
    }
    return { ...row, targets }
  })
}

/** What was written; growth is measured by what the server's processor did, where the system tells. */
export function writeRows(measured: readonly Measured[], floors: readonly Floor[]): readonly Row[] {
  const smallest = Math.min(...measured.flatMap(({ members }) => members ?? []))
  const raw = floors.map(({ members, p50, single }): Row => {
    return { what: 'raw invitation, a commit each', members, p50, perSecond: single }
  })
  const rows = measured.map((row): Row => {
    const { what, members, p99, perSecond } = row
    if (what === 'invite') {
      return {
        ...row,
        targets: [
          { of: `at ${MANY} connections`, is: perSecond, limit: 3_000, at: 'least', unit: '/s' },
          { of: 'p99', is: p99, limit: 5, at: 'most', unit: 'ms' },
        ],
      }
    }
    const small = members === smallest ? undefined : find(measured, what, smallest)
    return {
      ...row,
      targets: ratio(`${smallest.toLocaleString('en')} members`, row, small, 1.15),
    }
  })
  return [...rows, ...raw]
}

/** Ten thousand invitations in one call, and how others fared. */
export function bulkRows(bulks: readonly Bulk[], floors: readonly Floor[]): readonly Row[] {
  return bulks.flatMap(({ members, milliseconds, perSecond, others }): Row[] => {
    const floor = floors.find((one) => one.members === members)
    const targets: Target[] = floor
      ? [
          {
            of: 'of raw statements',
            is: (perSecond / floor.together) * 100,
            limit: 60,
            at: 'least',
            unit: '%',
          },
        ]
      : []
    const people = `${INVITED_AT_ONCE.toLocaleString('en')} invitations in one call`
    return [
      { what: people, members, p50: milliseconds, perSecond, targets },
      {
        what: "others' first page meanwhile",
        members,
        p50: others.p50,
        p99: others.p99,
        targets: [{ of: 'p99', is: others.p99, limit: 25, at: 'most', unit: 'ms' }],
      },
      ...(floor
        ? [
            {
              what: 'raw statements, one transaction',
              members,
              p50: 1e7 / floor.together,
              perSecond: floor.together,
            },
          ]
        : []),
    ]
  })
}

/** A thousand people to ten projects, and why somebody may do what they may, each against raw statements. */
export function accessRows(measured: readonly Access[], floors: readonly AccessFloor[]): readonly Row[] {
  return measured.flatMap(({ members, milliseconds, perSecond, preview, others, effective }): Row[] => {
    const floor = floors.find((one) => one.members === members)
    const target = (of: string, is: number, limit: number, at: 'most' | 'least', unit: '%' | '×' | 'ms') => ({
      ...{ of, is, limit, at, unit },
    })
    const ofRaw = floor
      ? [target('of raw statements', (perSecond / floor.perSecond) * 100, 50, 'least', '%')]
      : []
    const toRaw = floor ? [target('raw statements', effective.p50 / floor.held, 6, 'most', '×')] : []
    const roles = ASSIGNED_AT_ONCE.toLocaleString('en')
    return [
      {
        what: `1,000 people to 10 projects: ${roles} roles`,
        members,
        p50: milliseconds,
        perSecond,
        targets: ofRaw,
      },
      {
        what: 'the same, previewed',
        members,
        p50: preview,
        targets: [target('of applying it', (preview / milliseconds) * 100, 100, 'most', '%')],
      },
      {
        what: "others' first page meanwhile",
        members,
        ...others,
        targets: [target('p99', others.p99, 25, 'most', 'ms')],
      },
      {
        what: `why, in ${REACHED.toLocaleString('en')} projects through ${GROUPS} nested groups`,
        members,
        ...effective,
        targets: [target('p99', effective.p99, 50, 'most', 'ms'), ...toRaw],
      },
      ...(floor
        ? [
            {
              what: 'raw statements, as many roles',
              members,
              p50: 1e7 / floor.perSecond,
              perSecond: floor.perSecond,
            },
            { what: 'raw statements, the same access', members, p50: floor.held },
          ]
        : []),
    ]
  })
}

/** From the start of the process to the first answer. */
export function startRows(started: readonly Started[]): readonly Row[] {
  const largest = Math.max(...started.flatMap(({ members }) => members ?? []))
  return started.map(({ what, members, milliseconds, cpu }) => ({
    what: `start to first answer, ${what}`,
    members,
    p50: milliseconds,
    cpu,
    targets:
      members === largest
        ? [{ of: 'goal 250 ms', is: milliseconds, limit: 400, at: 'most', unit: 'ms' }]
        : [],
  }))
}

const MEBIBYTE = 2 ** 20

/** Memory in use. */
export function memoryRow(
  what: string,
  members: number,
  bytes: number | null,
  limit: number,
): readonly Row[] {
  if (bytes === null) return []
  const is = bytes / MEBIBYTE
  return [
    {
      what,
      members,
      size: `${is.toFixed(0)} MiB`,
      targets: [{ of: 'RSS', is, limit, at: 'most', unit: 'MiB' }],
    },
  ]
}

/** All members as a file, and the memory that it takes. */
export function exportRows(measured: readonly Exported[]): readonly Row[] {
  return measured.map(({ members, milliseconds, perSecond, added }) => ({
    ...{ what: 'export of all members', members, p50: milliseconds, perSecond },
    targets:
      added === null
        ? []
        : [{ of: 'added memory', is: added / MEBIBYTE, limit: 64, at: 'most', unit: 'MiB' } as const],
  }))
}

/** What each member takes in the file; nothing was asked for, so nothing is met. */
export function sizeRow(members: number, bytesAMember: number): Row {
  return { what: 'file, for each member', members, size: `${(bytesAMember / 1_000).toFixed(2)} kB` }
}

/** JavaScript before the page of members can show. */
export function firstLoadRows(bytes: number | null): readonly Row[] {
  if (bytes === null) return []
  const is = bytes / 1_000
  return [
    {
      what: 'first load of the members page, gzipped JavaScript',
      members: null,
      size: `${is.toFixed(1)} kB`,
      targets: [{ of: 'goal 130 kB', is, limit: 150, at: 'most', unit: 'kB' }],
    },
  ]
}
