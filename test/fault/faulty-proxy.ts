import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as passed } from 'node:timers/promises'
import { type Fault, type Plan, planOf } from './faults.ts'

export interface FaultyProxy {
  readonly address: string
  /** How often each thing came in the way. */
  readonly met: Map<Fault, number>
  /** How many pushes the server has answered. */
  readonly pushes: () => number
  /** Resolves after so many more requests of a tablet. */
  readonly after: (tablet: number, requests: number) => Promise<void>
  /** From now on everything goes through; resolves when nothing that came late is on its way any more. */
  readonly calmDown: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface ProxyParts {
  readonly seed: number
  /** Serves the tablets' modules. */
  readonly pages: string
  /** Where the server is heard now. */
  readonly server: () => string
  /** Called as a push is handed on: the nth, if the server answers it. */
  readonly onPush: (push: number) => void
}

interface Answer {
  readonly status: number
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined }
  readonly body: Buffer
}

/** What the proxy of a town hall says when nobody answers. */
const badGateway: Answer = { status: 502, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>Bad') }

const signIn: Answer = { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>Sign in') }

/** Stands between the tablets and the server, and does to each request what the seed says. The modules pass untouched. */
export const startFaultyProxy = async ({ seed, pages, server, onPush }: ProxyParts): Promise<FaultyProxy> => {
  const met = new Map<Fault, number>()
  const counts = new Map<number, number>()
  const waiting: { readonly tablet: number; readonly until: number; readonly go: () => void }[] = []
  const earlier = new Map<string, Answer>()
  const late: Promise<unknown>[] = []
  let pushes = 0
  let isCalm = false

  const plan = (tablet: number): Plan => {
    const count = (counts.get(tablet) ?? 0) + 1
    counts.set(tablet, count)
    for (const each of waiting) if (each.tablet === tablet && each.until <= count) each.go()
    return isCalm ? { fault: 'none', extent: 0 } : planOf(seed, tablet, count)
  }

  const answer = async (asked: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const body = await read(asked)
    const { fault, extent } = plan(Number(asked.headers['x-tablet']))
    met.set(fault, (met.get(fault) ?? 0) + 1)
    const isPush = asked.url === '/api/v1/push'
    const name = `${asked.method} ${asked.url?.replace(/\?.*/, '')}`
    const handOn = async (sent = body): Promise<Answer> => {
      const heard = ask(server(), asked, sent)
      if (isPush) onPush(pushes + 1)
      const answered = await heard
      if (isPush && answered !== badGateway) pushes += 1
      earlier.set(name, answered)
      return answered
    }
    switch (fault) {
      case 'none':
        return send(reply, await handOn())
      case 'delay':
        await passed(extent * 200)
        return send(reply, await handOn())
      case 'cut':
        return cut(reply)
      case 'half-request':
        await askHalf(server(), asked, body.subarray(0, Math.floor(body.length * extent)))
        return cut(reply)
      case 'drop-answer':
        await handOn()
        return cut(reply)
      case 'half-answer':
        return sendHalf(reply, await handOn(), extent)
      case 'page':
        return send(reply, signIn)
      case 'page-after':
        await handOn()
        return send(reply, signIn)
      case 'twice': {
        const [first, second] = await Promise.all([handOn(), handOn()])
        return send(reply, extent < 0.5 ? first : second)
      }
      case 'late':
        late.push(passed(extent * 600).then(() => handOn()))
        return cut(reply)
      case 'stale':
        return send(reply, earlier.get(name) ?? signIn)
      case 'changed':
        return send(reply, await handOn(Buffer.from(body.toString('utf8').replace('Visitor', 'Visitar'))))
      case 413:
      case 429:
      case 500:
      case 503:
        return send(reply, { status: fault, headers: { 'retry-after': '2' }, body: Buffer.from('No') })
      default:
        return fault satisfies never
    }
  }

  const proxy = createServer((asked, reply) => {
    const path = asked.url ?? '/'
    if (path.startsWith('/api/')) {
      void answer(asked, reply).catch(() => cut(reply))
      return
    }
    asked.pipe(
      request(new URL(path, pages), { method: asked.method, headers: asked.headers }, (heard) => {
        reply.writeHead(heard.statusCode ?? 502, heard.headers)
        heard.pipe(reply)
      }).on('error', () => cut(reply)),
    )
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    met,
    pushes: () => pushes,
    after: (tablet, requests) =>
      new Promise((go) => waiting.push({ tablet, until: (counts.get(tablet) ?? 0) + requests, go })),
    calmDown: async () => {
      isCalm = true
      await Promise.allSettled(late)
    },
    close: async () => {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}

const read = async (from: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of from) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const ask = (server: string, { url, method, headers }: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve) => {
    // As long as a proxy tries, in small: whoever asks again at once would ask a thousand times.
    const nobody = (): void => void passed(150).then(() => resolve(badGateway))
    const own = { ...headers, 'content-length': body.length, connection: 'close' }
    const asking = request(`${server}${url}`, { method, headers: own, agent: false }, (heard) => {
      read(heard).then(
        (heardBody) => resolve({ status: heard.statusCode ?? 502, headers: heard.headers, body: heardBody }),
        nobody,
      )
    })
    asking.on('error', nobody).end(body)
  })

/** Says how long the whole is, sends the beginning, and breaks off. */
const askHalf = (server: string, { url, method, headers }: IncomingMessage, part: Buffer): Promise<void> =>
  new Promise((resolve) => {
    const asking = request(`${server}${url}`, { method, headers: { ...headers, connection: 'close' }, agent: false })
    asking.on('error', () => undefined).on('close', () => resolve())
    asking.flushHeaders()
    asking.write(part)
    void passed(20).then(() => asking.destroy())
  })

// A browser asks again by itself where a connection that it had before breaks: here each request has its own.
const send = (reply: ServerResponse, { status, headers, body }: Answer): void => {
  const { connection: _, 'transfer-encoding': __, ...own } = headers
  reply.writeHead(status, { ...own, 'content-length': body.length, connection: 'close' } as never).end(body)
}

const sendHalf = (reply: ServerResponse, { status, headers, body }: Answer, extent: number): void => {
  reply.writeHead(status, { ...headers, 'content-length': body.length, connection: 'close' } as never)
  reply.write(body.subarray(0, Math.floor(body.length * extent)), () => cut(reply))
}

const cut = (reply: ServerResponse): void => void reply.socket?.destroy()
