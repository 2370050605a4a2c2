import { createContext, use } from 'react'
import type { DeviceDatabase } from '../../device/database.ts'
import type { Clock, NewId } from '../../device/ports.ts'
import type { Background } from './background.ts'

/** What every screen works with: what this device keeps, what goes on behind, and the clock and ids that are handed in. */
export interface DeviceParts {
  readonly database: DeviceDatabase
  /** What goes on behind the screens, once it has started. */
  readonly background: Promise<Background>
  readonly clock: Clock
  readonly newId: NewId
}

export const DeviceContext = createContext<DeviceParts | null>(null)

export const useDevice = (): DeviceParts => {
  const parts = use(DeviceContext)
  if (parts === null) throw new Error('A screen stands outside the app')
  return parts
}
