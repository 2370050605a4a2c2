import { join } from 'node:path'
import { makeProvider } from '../server/access/provider.ts'
import { makeApp } from '../server/make-app.ts'
import { makeMailer } from '../server/population/mailer.ts'
import { publishShipped } from '../server/publish-shipped.ts'
import { runRetention } from '../server/retention/run-retention.ts'
import type { Store } from '../server/store.ts'
import { errorLine } from '../server/watch/watch-requests.ts'
import { aboutServer } from './about-server.ts'
import { backUpDaily } from './back-up-daily.ts'
import { buildIfNeeded, isBuilt } from './build-if-needed.ts'
import { everyHour } from './every-hour.ts'
import { openData } from './open-data.ts'
import { packageFolder } from './package-folder.ts'
import { type ServeSettings, serveSettings } from './serve-settings.ts'

/** How long requests under way may take to end once the server is told to stop, in milliseconds. */
const drainTime = 10_000

/**
 * `proforma serve [--build]`: serves the app and the wire until Ctrl+C or SIGTERM, then finishes what is under way.
 * Reads the settings that `serve-settings.ts` tells. Gives the exit status: 0 when it was stopped, 1 with one sentence on
 * the error output when it could not start. Two servers may share a data folder or a database: their writes queue. `from`
 * is the folder that holds surveys/ and the built app in dist/.
 */
export const serve = async (args: readonly string[], from = packageFolder): Promise<number> => {
  const read = serveSettings(args, process.env)
  if (!read.ok) return fail(read.reason)
  const { settings } = read
  const dist = join(from, 'dist')
  if (settings.build) {
    const built = await buildIfNeeded(from, console.log)
    if (!built.ok) return fail(built.reason)
  }
  if (!(await isBuilt(dist))) return fail('The app is not built. Start it with: proforma serve --build')
  const opened = await openData(settings)
  if (!opened.ok) return fail(opened.reason)
  const backUp = settings.database === null
  const stopBackUps = backUp ? backUpDaily(settings.data, () => new Date(), console.error) : null
  const stopRetention = everyHour(() =>
    runRetention(opened.store, new Date()).catch((error: unknown) => console.error(errorLine(error, new Date()))),
  )
  try {
    return await serveFrom(opened.store, settings, from)
  } finally {
    await stopBackUps?.()
    await stopRetention()
    await opened.store.close()
  }
}

const fail = (reason: string): number => {
  console.error(reason)
  return 1
}

const serveFrom = async (
  store: Store,
  { host, port, origin, mail, log, data, database, provider }: ServeSettings,
  from: string,
): Promise<number> => {
  const shipped = await publishShipped(store, join(from, 'surveys'))
  if (!shipped.ok) return fail(`The survey surveys/${shipped.file} cannot be read: ${shipped.reason}.`)
  const loopback = isLoopback(host)
  const ground = { origin, loopback: loopback && origin === null }
  const app = await makeApp({
    askAbout: () => aboutServer({ data, database }),
    store,
    appFolder: join(from, 'dist'),
    report: (error) => console.error(errorLine(error, new Date())),
    ground,
    mailer: mail === null ? null : makeMailer(mail),
    provider: provider === null ? null : makeProvider(provider, console.error),
    log: { what: log, write: console.log },
  })
  const stopped = untilStopped()
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    return fail(whyNoListening(error, host, port))
  }
  const address = app.server.address()
  const heard = typeof address === 'object' && address !== null ? address.port : port
  const here = `http://${host.includes(':') ? `[${host}]` : host}:${heard}`
  if (!(await store.access.hasOwner())) await tellOwnerLink(store, origin ?? here, ground.loopback)
  console.log(`Proforma is ready at ${here}`)
  await stopped
  const cut = setTimeout(() => app.server.closeAllConnections(), drainTime)
  await app.close()
  clearTimeout(cut)
  return 0
}

/** The link is good for a day and once, and only who reads this output has it. */
const tellOwnerLink = async (store: Store, address: string, open: boolean): Promise<void> => {
  console.log(
    open
      ? 'Nobody owns it yet: everyone on this machine may do everything, and nobody else reaches it.'
      : 'Nobody owns it yet: it answers nobody until somebody does.',
  )
  console.log(`To own it, open ${address}/people/make-owner#${await store.access.ownerLink()}`)
}

const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/.test(host)

/** Resolves at the first Ctrl+C or SIGTERM; a second one ends the process at once, as it would have. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })

const whyNoListening = (error: unknown, host: string, port: number): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or set PORT to another number.`
    case 'EACCES':
      return `Port ${port} needs more rights than this user has. Set PORT to 1024 or more.`
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `HOST is "${host}", which is no address of this machine.`
    default:
      return `The server cannot listen at ${host}, port ${port} (${code}).`
  }
}
