import { createContext, use } from 'react'
import type { DesignKeeper } from '../../device/design-keeper.ts'

export const KeeperContext = createContext<DesignKeeper | null>(null)

/** What keeps the open survey: publishing waits for its last save. */
export const useKeeper = (): DesignKeeper => {
  const keeper = use(KeeperContext)
  if (keeper === null) throw new Error('A part of the builder stands outside it')
  return keeper
}
