import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { REST_ROOT } from '@roster/api'
import type { Chance } from '../../demo/chance.ts'
import type { Running } from '../running.ts'
import type { Pools } from './inputs.ts'
import type { Answered, Asked } from './rest-oracle.ts'
import { requestFor } from './rest-request.ts'
import type { RestTarget } from './rest-targets.ts'
import { asJson, hostile, noise, TEXTS } from './values.ts'

/** A request as bytes, since no client would send it. */
export interface Bytes extends Asked {
  readonly bytes: Buffer
}

interface Draft {
  method: string
  url: string
  /** Names may come twice. */
  headers: (readonly [string, string])[]
  body: Buffer
}

const METHODS = ['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE', 'get', 'QUERY', 'GET GET', 'X'] as const
const TYPES = [
  'text/plain',
  'text/xml',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json;charset=latin1',
  'application/merge-patch+json',
  'application/json, text/plain',
  'application/json; boundary="',
  '',
  'a'.repeat(1_000),
] as const
const PATHS = [
  '%',
  '%zz',
  '%00',
  '%c0%af',
  '..%2f..%2fetc%2fpasswd',
  '../../..',
  '//',
  ';a=b',
  '%ff%fe',
  '%252e%252e',
  '?a=b?c=d',
  '#x',
  '\\..\\',
  'é',
  'x'.repeat(6_000),
  '%61'.repeat(4_000),
  '/a'.repeat(3_000),
] as const
const QUERIES = [
  'page=1&page=2',
  'page[]=1',
  'page[$ne]=1',
  'search=%zz',
  'search=%00',
  'page=%31&PAGE=2',
  '__proto__=x',
  'constructor[prototype]=x',
  'order_by=name&order_by=-name',
  '&&&=&=x&x',
  `search=${'a'.repeat(7_000)}`,
  `${'a=1&'.repeat(1_500)}`,
  'access_token=rst_000000000000000000000000000000000000',
  'dry_run=true&dry_run=false',
  'dry_run=TRUE',
] as const
const HEADERS: readonly (readonly [string, string])[] = [
  ['X-Padding', 'p'.repeat(9_000)],
  ['X-Padding', 'p'.repeat(20_000)],
  ['Authorization', 'Bearer'],
  ['Authorization', 'Basic YWRhOmFkYQ=='],
  ['Authorization', `Bearer ${'x'.repeat(5_000)}`],
  ['Authorization', 'Bearer rst_\u00e9'],
  ['Idempotency-Key', ''],
  ['Idempotency-Key', 'k'.repeat(256)],
  ['Idempotency-Key', 'two words'],
  ['Idempotency-Key', '\u00e9'],
  ['If-Match', '*'],
  ['If-Match', '"'],
  ['If-Match', 'W/"x", "y", ,,'],
  ['If-Match', ','.repeat(5_000)],
  ['If-None-Match', '*'],
  ['If-Modified-Since', 'yesterday'],
  ['Range', 'bytes=0-0,-1'],
  ['Accept', 'text/html'],
  ['Accept-Encoding', 'br;q=1, *;q=0'],
  ['Expect', 'something else'],
  ['Content-Encoding', 'gzip'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Forwarded-For', 'unknown, ::1, 999.1.1.1'],
  ['X-Forwarded-Host', 'evil.test'],
  ['Host', 'evil.test'],
  ['Origin', 'null'],
  ['Cookie', '__Host-roster=x; roster=y'],
  ['Content-Length', '5'],
  ['Content-Length', '-1'],
  ['Transfer-Encoding', 'chunked'],
  ['Transfer-Encoding', 'gzip, chunked'],
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['__proto__', 'x'],
  ['X-Request-Id', '\u00e9'],
]
const BODIES: readonly (() => Buffer)[] = [
  () => Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
  () => Buffer.from(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
  () => Buffer.from('{"__proto__":{"admin":true},"name":"x"}'),
  () => Buffer.from('{"constructor":{"prototype":{"admin":true}}}'),
  () => Buffer.from('{"name":"a","name":"b"}'),
  () => Buffer.from('\ufeff{"name":"x"}'),
  () => Buffer.from('{"name":"\ud800"}'),
  () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  () => Buffer.from('{"name":"x"}', 'utf16le'),
  () => Buffer.from(`{"name":"${'x'.repeat(3_000_000)}"}`),
  () => Buffer.from(`{"recipients":[${'"a@b.test",'.repeat(20_000)}"a@b.test"]}`),
  () => gzipSync('{"name":"x"}'),
  () => gzipSync(`{"name":"${'x'.repeat(5_000_000)}"}`),
  () => Buffer.from(`{"total":1${'0'.repeat(5_000)}}`),
  () => Buffer.from('null'),
  () => Buffer.from('"text"'),
  () => Buffer.from('[]'),
  () => Buffer.from('{'),
  () => Buffer.alloc(0),
]

/** A request that is well but for some of what HTTP lets one say: method, path, query, headers, body and framing. */
export function wireRequest(
  chance: Chance,
  everything: readonly [RestTarget, ...RestTarget[]],
  pools: Pools,
  key: string,
): Bytes {
  const target = chance.pick(everything)
  const { url, body } = requestFor(target, chance, pools, 15)
  const draft: Draft = {
    method: target.method,
    url: `${REST_ROOT}${url}`,
    headers: [
      ['Host', 'localhost'],
      ['Connection', 'close'],
      ['Authorization', `Bearer ${key}`],
      ['X-Forwarded-For', `10.${chance.whole(0, 255)}.${chance.whole(0, 255)}.1`],
      ...(body === null ? [] : ([['Content-Type', 'application/json']] as const)),
    ],
    body: Buffer.from(body ?? ''),
  }
  for (let broken = chance.whole(1, 3); broken > 0; broken--) spoil(draft, chance)
  const framed =
    draft.body.length > 0 ? [['Content-Length', String(draft.body.length)] as const] : ([] as const)
  const head = [
    `${draft.method} ${draft.url} HTTP/1.1`,
    ...[...draft.headers, ...framed].map(([name, value]) => `${name}: ${value}`),
  ]
  return {
    method: draft.method,
    url: draft.url,
    headers: Object.fromEntries(draft.headers.map(([name, value]) => [name, value.slice(0, 100)])),
    body: `${head.slice(1).join(' | ').slice(0, 400)} … ${draft.body.subarray(0, 300).toString('latin1')}`,
    bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), draft.body]),
  }
}

function spoil(draft: Draft, chance: Chance): void {
  const what = chance.whole(1, 7)
  const joint = draft.url.includes('?') ? '&' : '?'
  if (what === 1) draft.method = chance.pick(METHODS)
  if (what === 2) draft.url = inPlaceOfAPart(draft.url, chance.pick(PATHS), chance)
  if (what === 3) draft.url += `${joint}${chance.pick(QUERIES)}`
  if (what === 4) draft.headers.push(chance.pick(someOf(HEADERS)))
  if (what === 5) draft.body = chance.pick(someOf(BODIES))()
  if (what === 6)
    draft.headers = [
      ...draft.headers.filter(([name]) => name !== 'Content-Type'),
      ['Content-Type', chance.pick(TYPES)],
    ]
  if (what === 7) draft.body = Buffer.from(chance.percent(50) ? noise(chance) : asJson(hostile(chance)))
  if (chance.percent(5))
    draft.headers.push([chance.pick(TEXTS).slice(0, 50), chance.pick(TEXTS).slice(0, 50)])
}

function inPlaceOfAPart(url: string, junk: string, chance: Chance): string {
  const parts = url.split('/')
  parts[chance.whole(1, parts.length - 1)] = junk
  return parts.join('/')
}

const PATIENCE_MS = 1_000

/** Says it to the server and waits for the end of what is answered, or until the connection is closed. */
export async function shout(server: Running, bytes: Buffer): Promise<Answered> {
  const began = performance.now()
  const { hostname, port } = new URL(server.listening)
  const socket = connect(Number(port), hostname)
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  // What is not read to its end is cut off by the server, which is an answer as well.
  socket.on('error', () => undefined)
  // A body that never comes is waited for, as HTTP wants it.
  socket.setTimeout(PATIENCE_MS, () => socket.destroy())
  socket.write(bytes)
  await new Promise<void>((closed) => socket.once('close', () => closed()))
  const text = Buffer.concat(parts).toString('utf8')
  const end = text.indexOf('\r\n\r\n')
  const head = text.slice(0, Math.max(0, end))
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
    type: /^content-type: *(.+)$/im.exec(head)?.[1] ?? null,
    replayed: false,
    text: text.slice(end + 4),
    took: performance.now() - began,
  }
}

function someOf<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values
  if (first === undefined) throw new Error('nothing to choose from')
  return [first, ...others]
}
