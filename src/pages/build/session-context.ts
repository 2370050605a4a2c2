import { createContext, use } from 'react'
import { useReadable } from '../app/use-readable.ts'
import type { DesignSession, DesignState } from './design-session.ts'

export const SessionContext = createContext<DesignSession | null>(null)

export const useSession = (): DesignSession => {
  const session = use(SessionContext)
  if (session === null) throw new Error('A part of the builder stands outside it')
  return session
}

export const useDesign = (): DesignState => useReadable(useSession().state)
