import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import { startAppUpdates } from '../../device/app-update.ts'
import { databaseNamed, openDatabase } from '../../device/database.ts'
import { linkFetch, startLinkSync } from '../../device/link-sync.ts'
import type { Clock, NewId } from '../../device/ports.ts'
import { sha256Hex } from '../../survey/sha256.ts'
import { CannotStart } from '../app/cannot-start.tsx'
import { DeviceContext } from '../app/device-context.ts'
import { RecipientApp } from './recipient-app.tsx'

/**
 * The app at the address of a link, `/r#TOKEN`. Each link has a database of its own: whoever else uses this browser, with
 * another link or as staff, is at another one. The token stays behind the #, which browsers send to nobody.
 */
export const showRecipient = async (root: Root, clock: Clock, newId: NewId): Promise<void> => {
  window.addEventListener('hashchange', () => location.reload())
  const token = location.hash.slice(1)
  const name = `proforma-link-${sha256Hex(token).slice(0, 16)}`
  const database = databaseNamed(name)
  const opened = await openDatabase(name, newId, database)
  if (!opened.ok) return root.render(<CannotStart reason={opened.reason} />)
  if (!opened.sound) {
    try {
      const { putBack } = await import('../../device/journal/put-back.ts')
      await putBack(database, clock)
    } catch {
      const reason = 'What was saved here could not be put back yet. Nothing was deleted.'
      return root.render(<CannotStart reason={reason} />)
    }
  }
  const ports = { fetch: linkFetch(token, (path, init) => fetch(path, init)), clock, random: Math.random }
  const sync = startLinkSync(database, { ...ports, locks: navigator.locks, network: window })
  const updates = startAppUpdates({
    script: { url: '/service-worker.js', type: 'classic' },
    container: import.meta.env.PROD ? navigator.serviceWorker : undefined,
    locks: navigator.locks,
    reload: () => location.reload(),
  })
  const background = updates.then((updates) => ({ sync, updates }))
  root.render(
    <StrictMode>
      <DeviceContext value={{ database, background, clock, newId, early: null }}>
        <RecipientApp fetch={ports.fetch} />
      </DeviceContext>
    </StrictMode>,
  )
}
