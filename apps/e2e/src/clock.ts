// Preloaded into the server under test (`node --import`): lets a story move the server's clock forward, and ends the
// server when the story's process is gone. Timers that are already running are not moved.
const realNow = Date.now
let ahead = 0

globalThis.Date = new Proxy(Date, {
  construct: (RealDate, parts, target) =>
    Reflect.construct(RealDate, parts.length === 0 ? [realNow() + ahead] : parts, target),
})
Date.now = () => realNow() + ahead

process.on('message', (message: unknown) => {
  if (typeof message !== 'object' || message === null || !('advance' in message)) return
  ahead += Number(message.advance)
  process.send?.({ advanced: ahead })
})
process.on('disconnect', () => process.exit(1))
