import type { FastifyInstance } from 'fastify'
import type { Store } from '../../../src/server/store.ts'

export const person = {
  name: 'Ada Owner',
  email: 'Ada@Council.example',
  password: 'lantern bicycle thursday',
} as const

/** What a browser on this machine says of itself with every change. */
export const fromHere = { host: 'localhost', origin: 'http://localhost' } as const

/** The cookie that an answer set, as the browser brings it back. */
export const cookieOf = (header: string | readonly string[] | undefined): string => {
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
