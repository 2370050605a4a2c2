import { takeEarlyScreen } from './app/start-form.ts'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { databaseNamed, openDatabase } from '../device/database.ts'
import { readLock, watchLock } from '../device/lock.ts'
import { App } from './app/app.tsx'
import { DeviceContext, type EarlyScreen } from './app/device-context.ts'
import { leaver } from './app/leaver.ts'
import { keepShippedSurveys } from './app/shipped-surveys.ts'
import { CannotStart } from './app/cannot-start.tsx'
import { painted } from './frame/painted.ts'
import { whenIdle } from './frame/when-idle.ts'

const clock = (): Date => new Date()
const newId = (): string => crypto.randomUUID()

const start = async (): Promise<void> => {
  const place = document.getElementById('app')
  if (place === null) throw new Error('index.html has no place for the app')
  const root = createRoot(place)
  if (location.pathname === '/preview' && window.parent !== window) {
    // In the builder's frame: the form alone, with nothing kept and nothing sent.
    const { PreviewPage } = await import('./preview/preview-page.tsx')
    root.render(<PreviewPage />)
    return
  }
  if (/^\/r(\/|$)/.test(location.pathname))
    // Somebody opened the link they were sent: a database of its own, and none of the app of staff.
    return (await import('./recipient/show-recipient.tsx')).showRecipient(root, clock, newId)
  // As `frame/text-size.ts` does, before the first paint: a form that is opened again does not grow under the eyes.
  if (/^\/(collect|returned)/.test(location.pathname))
    document.documentElement.dataset['textSize'] = localStorage['text-size'] ?? ''
  const database = databaseNamed('proforma')
  const opening = Promise.withResolvers<void>()
  // Home stands first and waits for neither. Surveys that can't be kept now are kept at the next start, or come by sync.
  const background = opening.promise
    .then(() => new Promise<void>((resolve) => void whenIdle(resolve)))
    .then(() => keepShippedSurveys(database).catch(() => undefined))
    .then(() => import('./app/background.ts'))
    .then(({ startBackground }) => startBackground(database, clock))
  const parts = { database, background, clock, newId }
  const draw = (early: EarlyScreen | null): void =>
    root.render(
      <StrictMode>
        <DeviceContext value={{ ...parts, early }}>
          <App />
        </DeviceContext>
      </StrictMode>,
    )
  const early = await takeEarlyScreen()
  if (early !== null) {
    // The first question is painted before the database opens for writing: what is typed meanwhile waits for it.
    // At once, and not in a turn of its own: an empty page would be painted before it.
    flushSync(() => draw(early))
    await painted()
  }
  const opened = await openDatabase('proforma', newId, database)
  if (!opened.ok) {
    root.render(<CannotStart reason={opened.reason} />)
    return
  }
  // Nothing is drawn over a database that the browser has emptied.
  if (!opened.sound) {
    try {
      const { putBack } = await import('../device/journal/put-back.ts')
      await putBack(database, clock)
    } catch {
      root.render(<CannotStart reason="What was saved here could not be put back yet. Nothing was deleted." />)
      return
    }
  }
  opening.resolve()
  // Before anything else is drawn: a family may have the tablet.
  const lock = await readLock(database)
  if (lock !== null) {
    const locked = await import('./handover/show-locked.tsx').catch(() => null)
    if (locked === null) root.render(<CannotStart reason="A part of the app is not on this device yet." />)
    else locked.showLocked(root, { ...parts, early: null }, lock)
    return
  }
  const leave = leaver(root)
  watchLock(database, (now) => now === null || leave('/'))
  if (early === null) draw(null)
}

// A page that the browser had put by for its back button may be of another time, with another family.
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload())

void start()
