import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { access } from './access.ts'
import { rawAccess } from './access-floor.ts'
import { bulkInvitation } from './bulk.ts'
import { Servers } from './children.ts'
import { exportMembers } from './export.ts'
import { firstLoadBytes } from './first-load.ts'
import { rawInvitations } from './floor.ts'
import { type Installation, install, keptInstallation } from './installation.ts'
import { once } from './load.ts'
import { machine, pin, residentBytes } from './machine.ts'
import { type Options, readOptions } from './options.ts'
import { constants, firstPage, LIST, readings } from './reading.ts'
import { programs } from './rest.ts'
import {
  accessRows,
  bulkRows,
  exportRows,
  fanOutRows,
  firstLoadRows,
  memoryRow,
  readRows,
  restRows,
  sizeRow,
  startRows,
  writeRows,
} from './results.ts'
import { interleaved } from './rounds.ts'
import { idleBytes, starts } from './starting.ts'
import { asText, type Row } from './table.ts'
import { fanOut } from './webhooks.ts'
import { GUESTS, type Written, writings } from './writing.ts'

/** `npm run bench`: measures Roster against what the machine and the libraries can do, and prints one table. */
try {
  await run(readOptions(process.argv.slice(2)))
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function run(options: Options): Promise<void> {
  const began = performance.now()
  const say = (text: string) => {
    process.stderr.write(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${text}\n`)
  }
  const folder = options.from ?? mkdtempSync(join(tmpdir(), 'roster-bench-'))
  const removeAll = () => {
    if (!options.keep) rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', removeAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

  const pinning = pin()
  const told = machine(pinning)
  say(told)
  const rows = await measure(options, folder, new Servers(pinning, folder), say)
  const seconds = Math.round((performance.now() - began) / 1_000)
  if (options.json) process.stdout.write(`${JSON.stringify({ machine: told, seconds, rows }, null, 2)}\n`)
  else process.stdout.write(`\n${asText(rows)}\n\n${told}; ${seconds} s\n`)
  if (options.keep) say(`the data is kept in ${folder}`)
}

type Say = (text: string) => void

async function measure(
  { sizes, rounds, milliseconds, parts, from }: Options,
  folder: string,
  servers: Servers,
  say: Say,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  const needsData = ['start', 'read', 'rest', 'write', 'bulk', 'access', 'export', 'webhooks'].some((part) =>
    [...parts].some((one) => one === part),
  )
  const installations: Installation[] = []
  for (const members of needsData ? sizes : []) {
    const directory = join(folder, String(members))
    const installation =
      from === null ? await install(directory, members, GUESTS) : keptInstallation(directory)
    installations.push(installation)
    say(`${members.toLocaleString('en')} members are there (${installation.seconds.toFixed(0)} s)`)
  }
  const largest = installations.at(-1)
  const smallest = installations[0]

  if (parts.has('start')) {
    const empty = join(folder, 'empty')
    mkdirSync(empty, { recursive: true })
    rows.push(...startRows(await starts(servers, empty, installations)))
    say('started')
  }
  if (
    largest &&
    smallest &&
    (parts.has('read') ||
      parts.has('rest') ||
      parts.has('write') ||
      parts.has('bulk') ||
      parts.has('access') ||
      parts.has('export') ||
      parts.has('webhooks'))
  ) {
    const places: Written[] = []
    for (const installation of installations) {
      places.push({ server: await servers.roster(installation.directory), installation })
    }
    const server = places.at(-1)?.server
    if (!server) return rows
    const idle = await idleBytes(server)
    let loaded = 0
    const look = () => {
      loaded = Math.max(loaded, residentBytes(server.pid) ?? 0)
    }

    if (parts.has('read')) {
      const page = join(folder, 'page.json')
      writeFileSync(page, JSON.stringify(await once({ server, path: LIST, ask: firstPage(largest) })))
      const stock = await servers.stock(page)
      const measures = [...constants(stock)]
      for (const place of places) measures.push(...(await readings(place.server, place.installation)))
      const measured = await interleaved(measures, rounds, milliseconds, (done) => {
        look()
        say(done)
      })
      await stock.stop()
      rows.push(...readRows(measured))
    }
    if (parts.has('rest') && largest) {
      const page = join(folder, 'page.json')
      writeFileSync(page, JSON.stringify(await once({ server, path: LIST, ask: firstPage(largest) })))
      const stock = await servers.stock(page)
      const measures = [...constants(stock), ...(await programs(server, largest))]
      const measured = await interleaved(measures, rounds, milliseconds, (done) => {
        look()
        say(done)
      })
      await stock.stop()
      rows.push(...restRows(measured))
    }
    const ends = places.filter(({ installation }) => installation === smallest || installation === largest)
    const written = parts.has('write')
      ? await writings(ends, rounds, (done) => {
          look()
          say(done)
        })
      : []
    const bulks = []
    if (parts.has('bulk')) {
      for (const place of ends) bulks.push(await bulkInvitation(place.server, place.installation, rounds))
      look()
      say('ten thousand invitations at once')
    }
    const accesses = []
    if (parts.has('access')) {
      for (const place of ends) accesses.push(await access(place.server, place.installation, rounds))
      look()
      say('a thousand people to ten projects')
    }
    const exported = []
    if (parts.has('export')) {
      for (const place of ends) exported.push(await exportMembers(place.server, place.installation))
      look()
      say('everybody as a file')
    }
    const fans = []
    if (parts.has('webhooks')) {
      fans.push(await fanOut(server, largest))
      look()
      say('ten thousand events to a receiver')
    }
    for (const place of places) await place.server.stop()

    const raw = parts.has('write') || parts.has('bulk') ? ends : []
    const floors = raw.map(({ installation }) => rawInvitations(installation))
    rows.push(...writeRows(written, parts.has('write') ? floors : []), ...bulkRows(bulks, floors))
    rows.push(...exportRows(exported), ...fanOutRows(fans))
    const beneath = accesses.flatMap((one) => {
      const place = ends.find(({ installation }) => installation.members === one.members)
      return place ? [rawAccess(place.installation, one)] : []
    })
    rows.push(...accessRows(accesses, beneath))
    rows.push(...memoryRow('memory, idle', largest.members, idle, 100))
    rows.push(...memoryRow('memory, loaded', largest.members, loaded || null, 200))
  }
  rows.push(...installations.map(({ members, bytesAMember }) => sizeRow(members, bytesAMember)))
  if (parts.has('browser')) rows.push(...firstLoadRows(firstLoadBytes()))
  return rows
}
