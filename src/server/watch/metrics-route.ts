import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../refuse.ts'
import type { Route } from '../route.ts'
import type { Figures } from './figures.ts'

/** `GET /metrics` in Prometheus's text format, for a monitor on the same machine or network and for nobody else. */
export const metricsRoute = (figures: Figures): Route => ({
  method: 'GET',
  url: '/metrics',
  may: ['anyone'],
  answer: async (request, reply) => {
    // To a stranger it is not there.
    if (!isFromInside(request)) return refuse(reply, 'not-found')
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(figures.text(gauges()))
  },
})

/** Asked without a proxy between, from a loopback or a private address (RFC 1918, RFC 4193). */
const isFromInside = ({ headers, socket }: FastifyRequest): boolean => {
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  switch (isIP(address)) {
    case 4:
      return /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(address)
    case 6:
      return address === '::1' || /^f[cd]/i.test(address)
    default:
      return false
  }
}

const gauges = () => {
  const { rss, heapUsed } = process.memoryUsage()
  return {
    process_resident_memory_bytes: { help: 'Memory that the process holds.', value: rss },
    nodejs_heap_size_used_bytes: { help: 'Of it, what is used of the heap.', value: heapUsed },
    proforma_up_seconds: { help: 'How long the server has run.', value: Math.round(process.uptime()) },
  }
}
