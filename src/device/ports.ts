/** What the device is given from outside, so that a test can hand in its own. */

/** Tells the time. */
export type Clock = () => Date

/** Makes an id that nobody else makes: in a browser `() => crypto.randomUUID()`. */
export type NewId = () => string

/** A number from 0 up to, not including, 1: in a browser `Math.random`. */
export type Random = () => number

/** Reaches the server: in a browser `(path, init) => fetch(path, init)`. Paths start with `/api/`. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>
