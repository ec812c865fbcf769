import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

// As much of curl as the samples use, for machines that have none: `node curl.ts -sf -H 'a: b' http://…`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    silent: { type: 'boolean', short: 's' },
    'show-error': { type: 'boolean', short: 'S' },
    fail: { type: 'boolean', short: 'f' },
    'fail-with-body': { type: 'boolean' },
    head: { type: 'boolean', short: 'I' },
    include: { type: 'boolean', short: 'i' },
    request: { type: 'string', short: 'X' },
    header: { type: 'string', short: 'H', multiple: true },
    data: { type: 'string', short: 'd' },
    json: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
})

const sent = values.json ?? values.data
const body = sent?.startsWith('@') ? readFileSync(sent === '@-' ? 0 : sent.slice(1), 'utf8') : sent
const headers = new Headers(values.json === undefined ? {} : { 'content-type': 'application/json' })
for (const header of values.header ?? []) {
  const [name = '', ...rest] = header.split(':')
  headers.set(name, rest.join(':').trim())
}
const method = values.request ?? (values.head ? 'HEAD' : body === undefined ? 'GET' : 'POST')
const answer = await fetch(positionals[0] ?? '', { method, headers, ...(body !== undefined && { body }) })
const failed = answer.status >= 400 && (values.fail || values['fail-with-body'])
const head = `HTTP/1.1 ${answer.status}\r\n${[...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
const said = failed && values.fail ? '' : (values.head || values.include ? head : '') + (await answer.text())
if (values.output) writeFileSync(values.output, said)
else process.stdout.write(said)
process.exitCode = failed ? 22 : 0
