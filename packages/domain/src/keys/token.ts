/**
 * The shape of an API key: `rst_`, thirty random characters, and six that check them, so that a scanner of leaked
 * secrets can tell one from chance without asking anybody (as GitHub's tokens do).
 */
export const KEY_PREFIX = 'rst_'
/** Characters of chance: 62 to the 30th, more than 178 bits. */
export const KEY_CHARACTERS = 30
const CHECK_CHARACTERS = 6
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SHAPE = /^rst_[0-9A-Za-z]{36}$/

/** The key made of thirty characters of chance, each a number below 62. */
export function keyToken(chance: readonly number[]): string {
  const body = chance.map((one) => ALPHABET[one % ALPHABET.length]).join('')
  return `${KEY_PREFIX}${body}${checkOf(body)}`
}

/** Whether this may be a key: its shape is right and its last six characters are the check of the others. */
export function isKeyToken(text: string): boolean {
  if (!SHAPE.test(text)) return false
  const body = text.slice(KEY_PREFIX.length, KEY_PREFIX.length + KEY_CHARACTERS)
  return text.endsWith(checkOf(body))
}

/** The last four characters, by which people tell their keys apart. */
export function keyHint(token: string): string {
  return token.slice(-4)
}

function checkOf(body: string): string {
  let rest = crc32(body)
  let text = ''
  for (let place = 0; place < CHECK_CHARACTERS; place += 1) {
    text = `${ALPHABET[rest % ALPHABET.length]}${text}`
    rest = Math.floor(rest / ALPHABET.length)
  }
  return text
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** CRC-32 as in ISO 3309 and zip, of ASCII text. */
function crc32(text: string): number {
  let value = 0xffffffff
  for (let place = 0; place < text.length; place += 1) {
    value = (value >>> 8) ^ (TABLE[(value ^ text.charCodeAt(place)) & 0xff] ?? 0)
  }
  return (value ^ 0xffffffff) >>> 0
}
