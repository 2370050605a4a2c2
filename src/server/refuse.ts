import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refused } from '../protocol/messages.ts'
import { type Refusal, refusals } from '../protocol/refusals.ts'
import { everyAnswer, keep } from './headers.ts'

const bodyOf = (refused: Refusal, reason: string = refusals[refused].reason): Refused => ({ refused, reason })

/** Answers with a refusal from the closed list, in its own form and with its own status. `reason` where a closer one is known. */
export const refuse = (reply: FastifyReply, refused: Refusal, reason?: string): FastifyReply => {
  if (refused === 'busy') void reply.header('retry-after', '5')
  if (refused === 'too-often') void reply.header('retry-after', '900')
  // A request that is refused before any hook ran has no headers yet.
  return reply
    .code(refusals[refused].status)
    .headers(everyAnswer)
    .header('cache-control', keep.never)
    .send(bodyOf(refused, reason))
}

/** What Fastify and SQLite call it → what we call it. */
const byCode: { readonly [code: string]: Refusal } = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'cut-short',
  FST_ERR_NOT_FOUND: 'not-found',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  ECONNRESET: 'cut-short',
  SQLITE_BUSY: 'busy',
  SQLITE_BUSY_SNAPSHOT: 'busy',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Turns what was thrown into a refusal. What is in no list is told to `report`, never to the one who asked. */
export const refuseError =
  (report: (error: unknown) => void) =>
  (error: unknown, _request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refused = byCode[codeOf(error)]
    if (refused === undefined) report(error)
    return refuse(reply, refused ?? 'broken')
  }

const bySocketCode: { readonly [code: string]: Refusal } = {
  HPE_INVALID_EOF_STATE: 'cut-short',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
}

/** Answers what never became a request: half a body, a line that is not HTTP, one that took too long. */
export const refuseSocket = (error: Error, socket: Socket): void => {
  if (!socket.writable || codeOf(error) === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const refused = bySocketCode[codeOf(error)] ?? 'not-http'
  const body = JSON.stringify(bodyOf(refused))
  const headers = {
    ...everyAnswer,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': keep.never,
    connection: 'close',
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${refusals[refused].status} Refused\r\n${head.join('')}\r\n${body}`)
}
