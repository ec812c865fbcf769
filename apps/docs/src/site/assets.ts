import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { ROOT } from '../markdown/links.ts'

/** The addresses of what every page loads. */
export interface Assets {
  readonly css: string
  readonly js: string
  readonly index: string
}

/** Files of the site by their address. */
export type Files = Map<string, string | Buffer>

const BROWSER = fileURLToPath(new URL('../browser', import.meta.url))
const TOKENS = new URL('../../../web/src/theme/tokens.css', import.meta.url)
const FONTS = createRequire(import.meta.url).resolve('@fontsource-variable/inter/package.json')
/** In this order: what comes later wins. */
const SHEETS = ['page', 'frame', 'search', 'prose', 'code', 'narrow']
const FONT_FILES = ['inter-latin-wght-normal', 'inter-latin-ext-wght-normal']

/** One style sheet, one script, the index and the font, each under a name that changes with what it holds. */
export async function assetsOf(index: string): Promise<{ assets: Assets; files: Files }> {
  const files: Files = new Map()
  const keep = (name: string, extension: string, content: string | Buffer) => {
    const address = `${ROOT}/assets/${name}-${fingerprint(content)}.${extension}`
    files.set(address, content)
    return address
  }
  let css = SHEETS.map((name) => readFileSync(join(BROWSER, `${name}.css`), 'utf8'))
    .join('\n')
    .replace(/\/\* biome-ignore-all.*?\*\/\n*/g, '')
    .replace('/* tokens */', tokens())
  for (const name of FONT_FILES) {
    const font = readFileSync(join(FONTS, '..', 'files', `${name}.woff2`))
    css = css.replace(`url("${name}.woff2")`, `url("${keep(name, 'woff2', font)}")`)
  }
  const assets = {
    css: keep('docs', 'css', css),
    js: keep('docs', 'js', await script()),
    index: keep('search', 'json', index),
  }
  return { assets, files }
}

/** The dashboard's own colours, so that the two cannot drift apart; what only Tailwind understands stays behind. */
function tokens(): string {
  const [colours = ''] = readFileSync(TOKENS, 'utf8').split('@theme')
  return colours
}

async function script(): Promise<string> {
  const bundle = await rolldown({ input: join(BROWSER, 'main.ts'), platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  await bundle.close()
  return output[0].code
}

function fingerprint(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10)
}
