import { MOST_IMPORT_BYTES } from '@roster/domain'

/** The text of a file, or why it cannot be read, in words that say what to do. */
export type FileText = { readonly text: string } | { readonly problem: string }

const MEGABYTE = 1_048_576

/** Reads the bytes of a file: UTF-8, or UTF-16 with its mark. Everything else is refused rather than guessed. */
export function fileText(bytes: Uint8Array): FileText {
  if (bytes.byteLength > MOST_IMPORT_BYTES) {
    return { problem: `This file is larger than ${MOST_IMPORT_BYTES / MEGABYTE} MB. Import it in parts.` }
  }
  const begins = (...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) {
    return { problem: 'This is a workbook. Save it as “CSV UTF-8” in your spreadsheet and choose that file.' }
  }
  if (begins(0x1f, 0x8b)) return { problem: 'This file is compressed. Unpack it and choose what is inside.' }
  if (begins(0xff, 0xfe)) return textIn(bytes, 'utf-16le')
  if (begins(0xfe, 0xff)) return textIn(bytes, 'utf-16be')
  return textIn(bytes, 'utf-8')
}

function textIn(bytes: Uint8Array, encoding: string): FileText {
  try {
    // The mark at the beginning, if there is one, is taken off.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.includes('\0')) return { problem: 'This is not a text file. Choose one that was saved as CSV.' }
    return { text }
  } catch {
    return {
      problem:
        'Letters of this file cannot be read: it is not UTF-8, perhaps Latin-1. Save it as “CSV UTF-8” and choose it again.',
    }
  }
}
