import { type Logger, pino } from 'pino'

/** Where a secret could otherwise slip into the log. */
const SECRETS = [
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
  '*.password',
  '*.secret',
  '*.token',
]

/**
 * The structured log on standard output. A request is logged by method and path only: a query could hold input,
 * and input could hold personal data.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    redact: { paths: SECRETS, censor: '[secret]' },
    serializers: {
      req: (request: { method: string; url: string; id: string; ip?: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0]?.slice(0, 300),
        address: request.ip,
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  })
}
