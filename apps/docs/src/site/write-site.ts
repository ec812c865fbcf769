import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Files } from './assets.ts'

const TEXT = /\.(?:html|md|txt|css|js|json)$/
/** Smaller ones would not get smaller. */
const WORTH_COMPRESSING_BYTES = 1_024

/** Writes the files into an empty folder, compressed beside themselves, and puts it in the place of the old one. */
export function writeSite(files: Files, folder: string): void {
  const made = `${folder}.new`
  rmSync(made, { recursive: true, force: true })
  for (const [address, content] of files) {
    const path = join(made, address)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    if (!TEXT.test(address) || content.length < WORTH_COMPRESSING_BYTES) continue
    writeFileSync(`${path}.br`, brotliCompressSync(content, QUICKLY))
    writeFileSync(`${path}.gz`, gzipSync(content))
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(made, folder)
}

const QUICKLY = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}
