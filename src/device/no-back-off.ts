import type { BackOff } from './back-off.ts'

/** Before the first exchange, and after one that went well. Home's first load brings this and not the rest. */
export const noBackOff: BackOff = { failures: 0, tryAgainAt: null }
