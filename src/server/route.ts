import type { FastifyReply, FastifyRequest } from 'fastify'
import type { May } from './access/may.ts'

/** One address of the wire and who may ask it. `request.who` says who does. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly may: readonly May[]
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
}
