import { createServer } from 'node:http'

// Node's own HTTP server with one constant answer: what starting costs before anybody has written a line.
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end('{"ok":true}')
})
server.listen(Number(process.env.PORT), process.env.HOST)
process.on('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
