import { type ComponentType, createContext, use } from 'react'
import type { DeviceDatabase } from '../../device/database.ts'
import type { EarlyForm } from '../../device/read-form-early.ts'
import type { Clock, NewId } from '../../device/ports.ts'
import type { CollectPageProps } from '../collect/collect-page.tsx'
import type { Background } from './background.ts'

/** The screen of the form that the app was opened at, here before the database was. */
export interface EarlyScreen {
  readonly Screen: ComponentType<CollectPageProps>
  /** The form as it was read, until `taken` is called: from then on it is read anew. */
  readonly form: () => EarlyForm | null
  readonly taken: () => void
}

/** What every screen works with: what this device keeps, what goes on behind, and the clock and ids that are handed in. */
export interface DeviceParts {
  readonly database: DeviceDatabase
  /** What goes on behind the screens, once it has started. */
  readonly background: Promise<Background>
  /** Null where the app was opened at no form, or had to wait for the database. */
  readonly early: EarlyScreen | null
  readonly clock: Clock
  readonly newId: NewId
}

export const DeviceContext = createContext<DeviceParts | null>(null)

export const useDevice = (): DeviceParts => {
  const parts = use(DeviceContext)
  if (parts === null) throw new Error('A screen stands outside the app')
  return parts
}
