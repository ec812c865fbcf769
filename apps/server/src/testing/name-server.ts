import { createSocket } from 'node:dgram'
import { once } from 'node:events'

const TYPES = { 1: 'A', 15: 'MX' } as const
const NO_SUCH_NAME = 3

/** What a domain has: exchanges by name, an empty one for "none", and an address. */
export interface Zone {
  readonly exchange?: string
  readonly address?: readonly [number, number, number, number]
}

/** A real name server on loopback that knows these domains and no other (RFC 1035), and counts what it is asked. */
export async function nameServer(zones: Readonly<Record<string, Zone>>) {
  const socket = createSocket('udp4')
  let asked = 0
  socket.on('message', (query, { port, address }) => {
    asked += 1
    socket.send(answer(query, zones), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked: () => asked,
    close: () => new Promise<void>((closed) => socket.close(() => closed())),
  }
}

function answer(query: Buffer, zones: Readonly<Record<string, Zone>>): Buffer {
  const { name, end } = nameAt(query, 12)
  const type = query.readUInt16BE(end)
  const zone = zones[name]
  const data = zone && recordData(zone, type)
  const header = Buffer.alloc(12)
  query.copy(header, 0, 0, 2)
  header.writeUInt16BE(0x8180 | (zone ? 0 : NO_SUCH_NAME), 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(data ? 1 : 0, 6)
  const question = query.subarray(12, end + 4)
  if (!data) return Buffer.concat([header, question])
  const record = Buffer.alloc(12)
  record.writeUInt16BE(0xc00c, 0) // the name of the question
  record.writeUInt16BE(type, 2)
  record.writeUInt16BE(1, 4)
  record.writeUInt32BE(60, 6)
  record.writeUInt16BE(data.length, 10)
  return Buffer.concat([header, question, record, data])
}

function recordData({ exchange, address }: Zone, type: number): Buffer | undefined {
  const kind = type === 1 || type === 15 ? TYPES[type] : undefined
  if (kind === 'A' && address) return Buffer.from(address)
  if (kind !== 'MX' || exchange === undefined) return undefined
  const labels = exchange === '' ? [] : exchange.split('.')
  return Buffer.concat([
    Buffer.from([0, 10]),
    ...labels.map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ])
}

function nameAt(query: Buffer, from: number): { name: string; end: number } {
  const labels: string[] = []
  let at = from
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('ascii', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}
