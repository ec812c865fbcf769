import { hash } from 'node:crypto'
import { Refusal } from '@roster/domain'
import sharp from 'sharp'
import { Turns } from './turns.ts'

/** Pixels on each side of a picture as it is kept. */
const SIDE = 256
/** As many pixels as a camera makes; a small file that claims more is a bomb. */
const MOST_PIXELS = 50_000_000
/** As large a file as somebody may hand over. */
export const MOST_PICTURE_BYTES = 5 * 1_048_576

/** A picture as it is kept and served. */
export interface Picture {
  /** SHA-256 of the image, in hex: its address. */
  readonly hash: string
  /** WebP. */
  readonly image: Uint8Array
}

/** Decoding takes memory by the hundred megabytes. */
const turns = new Turns(1, 8)

/**
 * Makes a picture of an image file: turned upright, cut to a square from its middle, re-encoded without anything the
 * file said besides. Takes JPEG, PNG and WebP that do not move; everything else is `image-refused` with the reason,
 * and no decoder but those three ever sees it. Refuses with `busy` when too many wait.
 */
export async function pictureOf(file: Uint8Array): Promise<Picture> {
  const refused = refusalFor(file)
  if (refused) throw new Refusal('image-refused', { field: 'image', reason: refused })
  return turns.take(async () => {
    const image = await encoded(file)
    return { hash: hash('sha256', image, 'hex'), image }
  })
}

async function encoded(file: Uint8Array): Promise<Uint8Array> {
  try {
    const source = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    return await source.rotate().resize(SIDE, SIDE, { fit: 'cover' }).webp({ quality: 82 }).toBuffer()
  } catch {
    throw new Refusal('image-refused', { field: 'image', reason: 'it is damaged or far too large' })
  }
}

function refusalFor(file: Uint8Array): string | null {
  if (file.length > MOST_PICTURE_BYTES) return 'it is larger than 5 MB'
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (isPng(bytes)) return isAnimatedPng(bytes) ? MOVES : null
  if (isWebp(bytes)) return isAnimatedWebp(bytes) ? MOVES : null
  return isJpeg(bytes) ? null : 'use a JPEG, PNG or WebP file'
}

const MOVES = 'it moves, and only still pictures are taken'

const isJpeg = (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
const isPng = (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))
const isWebp = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'

/** The chunk that makes a PNG move stands before its first image data. */
function isAnimatedPng(bytes: Buffer): boolean {
  const data = bytes.indexOf('IDAT', 8, 'latin1')
  return bytes.subarray(0, data < 0 ? bytes.length : data).includes('acTL', 0, 'latin1')
}

/** The extended header says so in its second bit. */
function isAnimatedWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0
}
