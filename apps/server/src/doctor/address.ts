import { type Check, ok, warning } from './check.ts'

/** Names that lead to the machine itself, and nowhere else. */
const OWN = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

export const publicAddress: Check = {
  id: 'public-address',
  title: 'Public address',
  look({ configuration: { url, host, port } }) {
    if (url === null) {
      const found = `not set: links in mail lead to http://localhost:${port}`
      return warning(found, 'Set ROSTER_URL to the address by which people reach Roster.')
    }
    const { protocol, hostname } = new URL(url)
    if (OWN.test(hostname))
      return warning(
        `${url} leads nowhere from another machine`,
        'Set ROSTER_URL to the address by which people reach Roster.',
      )
    if (protocol === 'http:')
      return warning(
        `${url} is not encrypted`,
        'Put Roster behind a proxy with TLS, and set ROSTER_URL to https.',
      )
    return ok(`${url}, listening on ${host}:${port}`)
  },
}
