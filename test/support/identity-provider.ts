import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProviderSettings } from '../../src/server/access/provider.ts'

/** What the provider says of somebody. */
export interface Claims {
  readonly name?: string
  readonly email?: string
  readonly roles?: unknown
}

export interface IdentityProvider {
  readonly settings: ProviderSettings
  /** Says anew who there is, by the name that each signs in with. */
  readonly tell: (people: { readonly [name: string]: Claims }) => Promise<void>
  /**
   * Signs somebody in there as a browser would, with every form and redirect: what stands after the `?` of the address
   * that they come back to. With null they turn back there.
   */
  readonly signIn: (address: string, name: string | null) => Promise<string>
  readonly stop: () => Promise<void>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/**
 * Starts oidc-provider as a process of its own.
 *
 * @param back the origin that people go back to
 * @param inToken claims stand in the ID token, not at userinfo alone
 * @param host the name that it is reached by: `localhost` is another site than 127.0.0.1
 */
export const startIdentityProvider = async (
  back: string,
  { inToken = false, host = '127.0.0.1' }: { readonly inToken?: boolean; readonly host?: string } = {},
): Promise<IdentityProvider> => {
  const folder = await mkdtemp(join(tmpdir(), 'proforma-people-'))
  const file = join(folder, 'people.json')
  await writeFile(file, '{}')
  const port = await freePort()
  const issuer = `http://${host}:${port}`
  const child = spawn(process.execPath, [join(import.meta.dirname, 'identity-provider-process.ts')], {
    env: {
      ...process.env,
      ISSUER: issuer,
      PORT: String(port),
      PEOPLE: file,
      BACK: back,
      ...(inToken ? { IN_TOKEN: 'yes' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const ended = new Promise((resolve) => child.on('close', resolve))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString('utf8').includes('ready') && resolve(null))
    void ended.then(() => reject(new Error(`The provider ended: ${said}`)))
  })
  return {
    settings: {
      issuer,
      client: 'proforma',
      secret: 'a secret that only the tests know',
      claim: 'roles',
      name: 'your council account',
    },
    tell: (people) => writeFile(file, JSON.stringify(people)),
    signIn: (address, name) => walkThere(address, back, name),
    stop: async () => {
      process.off('exit', end)
      end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Follows redirects and fills in forms, with the cookies of one browser, until it is sent back. */
const walkThere = async (from: string, back: string, name: string | null): Promise<string> => {
  const cookies = new Map<string, string>()
  let next = new URL(from)
  let form: URLSearchParams | null = null
  for (let step = 0; step < 20; step += 1) {
    if (next.origin === back) return next.search
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    })
    form = null
    for (const cookie of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(key)
      else cookies.set(key, value)
    }
    const location = answer.headers.get('location')
    if (location !== null) {
      next = new URL(location, next)
      continue
    }
    const page = await answer.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    const abort = /href="([^"]+\/abort)"/.exec(page)?.[1]
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (action === undefined || abort === undefined || prompt === undefined) throw new Error(`No form there: ${page}`)
    if (name !== null) form = new URLSearchParams({ prompt, login: name, password: 'any' })
    next = new URL(name === null ? abort : action, next)
  }
  throw new Error('The sign-in has no end')
}
