import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openDatabase } from '../device/database.ts'
import { readLock, watchLock } from '../device/lock.ts'
import { App } from './app/app.tsx'
import { DeviceContext } from './app/device-context.ts'
import { leaver } from './app/leaver.ts'
import { keepShippedSurveys } from './app/shipped-surveys.ts'
import { CannotStart } from './app/cannot-start.tsx'
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
  const opened = await openDatabase('proforma', newId)
  if (!opened.ok) {
    root.render(<CannotStart reason={opened.reason} />)
    return
  }
  // As `frame/text-size.ts` does, before the first paint: a form that is opened again does not grow under the eyes.
  if (/^\/(collect|returned)/.test(location.pathname))
    document.documentElement.dataset['textSize'] = localStorage['text-size'] ?? ''
  const { database } = opened
  // Nothing is drawn over a database that the browser has emptied.
  if (!opened.sound) {
    try {
      const { putBack } = await import('../device/journal/put-back.ts')
      await putBack(database, clock)
      // A lock too: a family may have the tablet.
      await (await import('../device/tablet-copy.ts')).putBackTablet(database)
    } catch {
      root.render(<CannotStart reason="What was saved here could not be put back yet. Nothing was deleted." />)
      return
    }
  }
  // Home stands first and waits for neither. Surveys that can't be kept now are kept at the next start, or come by sync.
  const background = new Promise<void>((resolve) => void whenIdle(resolve))
    .then(() => keepShippedSurveys(database).catch(() => undefined))
    .then(() => import('./app/background.ts'))
    .then(({ startBackground }) => startBackground(database, clock))
  const parts = { database, background, clock, newId }
  // Before anything is drawn: a family may have the tablet.
  const lock = await readLock(database)
  if (lock !== null) {
    const locked = await import('./handover/show-locked.tsx').catch(() => null)
    if (locked === null) root.render(<CannotStart reason="A part of the app is not on this device yet." />)
    else locked.showLocked(root, parts, lock)
    return
  }
  const leave = leaver(root)
  watchLock(database, (now) => now === null || leave('/'))
  root.render(
    <StrictMode>
      <DeviceContext value={parts}>
        <App />
      </DeviceContext>
    </StrictMode>,
  )
}

// A page that the browser had put by for its back button may be of another time, with another family.
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload())

void start()
