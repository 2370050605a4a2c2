import { createContext } from 'react'

/** Whether answers have small pictures beside their words: where a family holds the tablet. */
export const PictogramsContext = createContext(false)
