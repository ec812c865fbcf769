import { UAParser } from 'ua-parser-js'

/** What people call the thing they signed in with: "Firefox on Linux". Versions say nothing to them. */
export function deviceName(userAgent: string): string {
  const { browser, os } = new UAParser(userAgent.slice(0, 500)).getResult()
  const program = (browser.name ?? '').replace(/^Mobile /, '')
  const system = os.name === 'Mac OS' ? 'macOS' : (os.name ?? '')
  if (program && system) return `${program} on ${system}`
  return program || system || 'Unknown device'
}
