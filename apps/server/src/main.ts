import { ConfigurationError, loadConfiguration } from './configuration.ts'
import { createLog } from './log.ts'
import { startServer } from './server.ts'

const STOP_WITHIN_MS = 10_000

try {
  const configuration = loadConfiguration()
  const log = createLog(configuration.logLevel)
  const server = await startServer(configuration, log)
  for (const line of server.greeting) process.stdout.write(`${line}\n`)

  let stopping = false
  const stop = (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    server.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'an unexpected failure; the process ends to start afresh')
    process.exit(1)
  })
} catch (error) {
  const expected =
    error instanceof ConfigurationError || (error instanceof Error && !(error instanceof TypeError))
  process.stderr.write(`${expected && error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
