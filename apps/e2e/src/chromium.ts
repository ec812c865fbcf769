import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser to use: `ROSTER_CHROMIUM`, or the first in a usual place, or null. */
export function chromiumPath(): string | null {
  const chosen = process.env.ROSTER_CHROMIUM
  if (chosen) return chosen
  return USUAL_PLACES.find((path) => existsSync(path)) ?? null
}

/** A headless Chromium that talks to nobody but the pages it is sent to. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error('No Chromium found; name one in ROSTER_CHROMIUM.')
  return chromium.launch({ executablePath, args: FLAGS })
}
