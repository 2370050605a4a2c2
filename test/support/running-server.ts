import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const command = join(import.meta.dirname, '../../src/cli/proforma.js')

/** `proforma serve` as a process of its own, over the app that stands built in dist/. */
export interface RunningServer {
  /** `http://127.0.0.1:41234`, without a slash at the end. */
  readonly address: string
  /** The number of its process. */
  readonly pid: number
  /** The data folder. One that was not given goes away with the server. */
  readonly data: string
  /** The token of the link that makes the owner, as the start printed it. */
  readonly ownerToken: () => string
  /** Stops it as Ctrl+C would. Throws where it did not end with exit status 0. */
  readonly stop: () => Promise<void>
  /** Ends it at once, as a power cut would; the data folder stays. */
  readonly kill: () => void
}

export interface ServerSettings {
  /** A data folder to start from again; left out, an empty one is made. */
  readonly data?: string
  /** Left out, any free port: give the port of an earlier server to come back at its address. */
  readonly port?: number
  /** A PostgreSQL database to keep everything in. */
  readonly database?: string
  /** Settings beside these: `SMTP_URL`. */
  readonly environment?: { readonly [name: string]: string }
}

/**
 * Starts the real command and waits until it has said where it listens.
 *
 * @throws Error with what it said, where it ended before it was ready
 */
export const startServer = async ({
  data,
  port = 0,
  database,
  environment = {},
}: ServerSettings = {}): Promise<RunningServer> => {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'proforma-data-')))
  const child = spawn(process.execPath, [command, 'serve'], {
    env: {
      ...process.env,
      ...environment,
      HOST: '127.0.0.1',
      PORT: String(port),
      PROFORMA_DATA: folder,
      ...(database === undefined ? {} : { DATABASE_URL: database }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A run that breaks off leaves no server behind.
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  let said = ''
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (status) => {
      process.off('exit', end)
      resolve(status)
    }),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const heard = /Proforma is ready at (\S+)\n/.exec(said)?.[1]
      if (heard !== undefined) resolve(heard)
    })
    void ended.then((status) => reject(new Error(`The server ended with exit status ${status}: ${said}`)))
  })
  const forget = async (): Promise<void> => {
    if (data === undefined) await rm(folder, { recursive: true })
  }
  const address = await ready.catch(async (error: unknown) => {
    await forget()
    throw error
  })
  return {
    address,
    pid: child.pid ?? 0,
    data: folder,
    ownerToken: () => /make-owner#(\S+)/.exec(said)?.[1] ?? '',
    stop: async () => {
      child.kill('SIGTERM')
      const status = await ended
      await forget()
      if (status !== 0 && child.signalCode !== 'SIGKILL') throw new Error(`The server ended badly: ${said}`)
    },
    kill: end,
  }
}
