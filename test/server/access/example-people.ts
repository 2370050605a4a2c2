import { generateKeyPairSync, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { DeviceClaim } from '../../../src/protocol/device-token.ts'
import type { GivenRole } from '../../../src/protocol/people.ts'
import type { DeviceId } from '../../../src/response/revision.ts'
import type { Surveys } from '../../../src/server/access/who.ts'
import type { Store } from '../../../src/server/store.ts'

export const person = {
  name: 'Ada Owner',
  email: 'Ada@Council.example',
  password: 'lantern bicycle thursday',
} as const

/** What a browser on this machine says of itself with every change. */
export const fromHere = { host: 'localhost', origin: 'http://localhost' } as const

/** The cookie that an answer set, as the browser brings it back. */
const cookieOf = (header: string | readonly string[] | undefined): string => {
  const [first = ''] = [header ?? []].flat()
  return first.split(';')[0] ?? ''
}

/** Makes the owner by the link, as the first start would have it. */
export const makeOwner = async (app: FastifyInstance, store: Store): Promise<{ readonly cookie: string }> => {
  const token = await store.access.ownerLink()
  const made = await app.inject({ method: 'POST', url: '/api/v1/owner', payload: { ...person, token } })
  if (made.statusCode !== 200) throw new Error(made.body)
  return { cookie: cookieOf(made.headers['set-cookie']) }
}

/** What somebody asks with: a cookie, or a tablet's token. */
export type Asker = { readonly cookie: string } | { readonly authorization: string } | object

/** Posts as a page of ours would. */
export const post = (app: FastifyInstance, url: string, payload: object, asker: Asker = {}) =>
  app.inject({ method: 'POST', url, payload, headers: { ...fromHere, ...asker } })

/** Invites somebody as the owner, and has them join. */
export const invited = async (
  app: FastifyInstance,
  owner: Asker,
  roles: readonly GivenRole[],
  email: string,
): Promise<{ readonly cookie: string }> => {
  const { token } = (await post(app, '/api/v1/invitations', { roles }, owner)).json<{ readonly token: string }>()
  const joined = await post(app, '/api/v1/join', { ...person, email, token })
  if (joined.statusCode !== 200) throw new Error(joined.body)
  return { cookie: cookieOf(joined.headers['set-cookie']) }
}

export interface Tablet {
  readonly device: DeviceId
  /** A token that is signed now, or as said. */
  readonly token: (claim?: Partial<DeviceClaim>) => string
}

/** A tablet with a key of its own, enrolled by a code that somebody made. */
export const enrolled = async (
  app: FastifyInstance,
  store: Store,
  by: Asker,
  { device, surveys }: { readonly device: DeviceId; readonly surveys: Surveys },
): Promise<Tablet> => {
  const { code } = (await post(app, '/api/v1/devices/code', { name: 'Blue 3', surveys }, by)).json<{
    readonly code: string
  }>()
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = publicKey.export({ format: 'jwk' })
  const secret = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`
  const answer = await post(app, '/api/v1/devices/enrol', { secret, device, key })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const now = store.access.now().getTime()
  return {
    device,
    token: (claim = {}) => {
      const whole = { device, server: store.identity.server, from: now, until: now + 300_000, ...claim }
      const payload = Buffer.from(JSON.stringify(whole)).toString('base64url')
      const signature = sign('sha256', Buffer.from(payload), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return `Device ${payload}.${signature.toString('base64url')}`
    },
  }
}
