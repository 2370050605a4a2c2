import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import type { LockRead } from '../../device/lock.ts'
import { type DeviceParts, DeviceContext } from '../app/device-context.ts'
import { leaver } from '../app/leaver.ts'
import { LockedApp } from './locked-app.tsx'

/** Draws the locked app in place of the app. */
export const showLocked = (root: Root, parts: DeviceParts, first: Exclude<LockRead, null>): void => {
  // A typed address says nothing here, and is not to be found in the browser's history with the title of a question.
  history.replaceState(null, '', '/')
  root.render(
    <StrictMode>
      <DeviceContext value={parts}>
        <LockedApp first={first} leave={leaver(root)} />
      </DeviceContext>
    </StrictMode>,
  )
}
