import type { BrowserContext } from 'playwright-core'

/** What a person's browser complained of. */
export interface Troubles {
  forgive(expected: RegExp): void
  all(): readonly string[]
}

/** Listens to every page of a context: the console, uncaught errors, and requests to anywhere but `url`. */
export function watch(context: BrowserContext, url: string): Troubles {
  const heard: string[] = []
  const forgiven: RegExp[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      heard.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (problem) => {
    const { name, message, stack } = problem.error()
    heard.push(`uncaught ${name}: ${stack || message || 'without a word'} (${problem.page()?.url()})`)
  })
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== url) heard.push(`a request to ${origin}`)
  })
  return {
    forgive: (expected) => void forgiven.push(expected),
    all: () => heard.filter((trouble) => !forgiven.some((expected) => expected.test(trouble))),
  }
}
