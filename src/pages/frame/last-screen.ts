import { createContext, type RefObject } from 'react'

/** The key of the screen that stood last, null before the first after a load. Null where there is no frame. */
export const LastScreenContext = createContext<RefObject<string | null> | null>(null)
