import { readFileSync } from 'node:fs'
import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { fastify } from 'fastify'
import { z } from 'zod'

// Fastify and tRPC as they come, answering constants: what the transport alone costs.
const page: unknown = JSON.parse(readFileSync(process.env.BENCH_PAGE ?? '', 'utf8'))
const t = initTRPC.create()
const input = z.strictObject({ organization: z.string() })
const router = t.router({
  constant: t.procedure.input(input).query(() => ({ ok: true })),
  page: t.procedure.input(input).query(() => page),
})

const app = fastify()
app.get('/bare', async () => ({ ok: true }))
await app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router, allowMethodOverride: true } })
await app.listen({ port: Number(process.env.PORT), host: process.env.HOST ?? '127.0.0.1' })
process.on('SIGTERM', () => void app.close())
