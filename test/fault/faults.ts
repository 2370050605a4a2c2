import { seeded } from '../support/seeded.ts'

/** What lies between a tablet and the server does to one request. */
export type Fault =
  | 'none'
  /** Waits before it hands the request on. */
  | 'delay'
  /** The connection breaks before the server hears anything. */
  | 'cut'
  /** Half of the request arrives. */
  | 'half-request'
  /** The server does it, and its answer never arrives. */
  | 'drop-answer'
  /** Half of the answer arrives. */
  | 'half-answer'
  /** A sign-in page with status 200, and the server hears nothing. */
  | 'page'
  /** The server does it, and a page with status 200 stands for its answer. */
  | 'page-after'
  /** The server hears it twice at once; one of its answers is handed on. */
  | 'twice'
  /** The connection breaks now, and the server hears it after later requests. */
  | 'late'
  /** A cache gives the answer to an earlier request. */
  | 'stale'
  /** A letter of an answer is another one when it arrives. */
  | 'changed'
  | 413
  | 429
  | 500
  | 503

const kinds: readonly Fault[] = [
  'delay',
  'cut',
  'half-request',
  'drop-answer',
  'half-answer',
  'page',
  'page-after',
  'twice',
  'late',
  'stale',
  'changed',
  413,
  429,
  500,
  503,
]

/** How a request fares; `extent` is a number from 0 up to 1 for how long or how far. */
export interface Plan {
  readonly fault: Fault
  readonly extent: number
}

/** Of what share of the requests something comes in the way. */
const share = 0.3

/** What happens to a tablet's nth request: decided by seed, tablet and number alone, whatever happened before. */
export const planOf = (seed: number, tablet: number, request: number): Plan => {
  const next = seeded(seed * 1_000_003 + tablet * 7_919 + request * 104_729)
  const happens = next() < share
  const fault = kinds[Math.floor(next() * kinds.length)]
  return { fault: happens && fault !== undefined ? fault : 'none', extent: next() }
}
