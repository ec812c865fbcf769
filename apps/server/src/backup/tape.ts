import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

const BLOCK = 512
/** What eleven octal digits hold; more is written in binary, as GNU tar does. */
const MOST_OCTAL = 8 ** 11

/** Whether a path names an archive rather than a folder. */
export function isArchive(path: string): boolean {
  return /\.(tar|tar\.gz|tgz)$/i.test(path)
}

const isPacked = (path: string) => /gz$/i.test(path)

/** Writes files of a folder as one archive that `tar` reads (POSIX ustar), readable by its owner only. */
export async function writeArchive(
  path: string,
  folder: string,
  names: readonly string[],
  written: (bytes: number, of: number) => void,
): Promise<void> {
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let done = 0
  async function* pieces() {
    for (const [index, name] of names.entries()) {
      const size = sizes[index] ?? 0
      yield header(name, size)
      for await (const piece of createReadStream(join(folder, name), { highWaterMark: 262_144 })) {
        yield piece
        done += piece.length
        written(done, total)
      }
      yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
    }
    yield Buffer.alloc(2 * BLOCK)
  }
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true })
  if (isPacked(path)) await pipeline(Readable.from(pieces()), createGzip({ level: 3 }), out)
  else await pipeline(Readable.from(pieces()), out)
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0, 100)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  if (size < MOST_OCTAL) block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  else {
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(size), 128)
  }
  block.write('00000000000\0', 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\0', 257)
  block.write('00', 263)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function checksum(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 0)
}

/**
 * Writes those files of an archive that bear one of these names into a folder, and answers the names it found. Names
 * of other files, and places they would go to, are not looked at. Throws where it ends too early or is no archive.
 */
export async function readArchive(
  path: string,
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = []
  const packed = createReadStream(path)
  const source: AsyncIterable<Buffer> = isPacked(path) ? packed.pipe(createGunzip()) : packed
  packed.once('error', (problem) => 'destroy' in source && packed.destroy(problem))
  const bytes = new Bytes(source)
  for (;;) {
    const block = await bytes.exactly(BLOCK)
    if (block.every((byte) => byte === 0)) return found
    const { name, size } = said(block)
    const wanted = names.includes(name) && !found.includes(name)
    const content = bytes.some(size)
    if (wanted) {
      found.push(name)
      const out = createWriteStream(join(folder, name), { mode: 0o600, flags: 'wx', flush: true })
      await pipeline(Readable.from(content), out)
    } else for await (const _ of content);
    await bytes.exactly((BLOCK - (size % BLOCK)) % BLOCK)
  }
}

function said(block: Buffer): { readonly name: string; readonly size: number } {
  const expected = Number.parseInt(block.toString('latin1', 148, 156), 8)
  const counted = Buffer.from(block)
  counted.fill(' ', 148, 156)
  if (checksum(counted) !== expected) throw new Error('This archive is damaged. Use another backup.')
  const name = block.toString('utf8', 0, 100).replace(/\0.*$/s, '').replace(/^\.\//, '')
  const size =
    block[124] === 0x80
      ? Number(block.readBigUInt64BE(128))
      : Number.parseInt(block.toString('latin1', 124, 135), 8) || 0
  return { name, size }
}

/** A stream that is taken by the number of bytes. */
class Bytes {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async exactly(bytes: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.some(bytes)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async *some(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      if (this.#rest.length === 0) {
        const next = await this.#source.next()
        if (next.done) throw new Error('This archive is not complete. Use another backup.')
        this.#rest = next.value
      }
      const piece = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }
}
