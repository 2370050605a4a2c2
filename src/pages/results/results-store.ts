import { type Readable, valueStore } from '../../device/value-store.ts'
import type { ResultsOf } from './load-returns.ts'
import type { Ask, ShownResults, Told } from './results-messages.ts'

/** How far the results of a survey have come. */
export type ResultsState = {
  /** What became of the last freezing, in a sentence. */
  readonly frozen: string
} & (
  | { readonly kind: 'counting'; readonly done: number; readonly of: number }
  | { readonly kind: 'shown'; readonly shown: ShownResults }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'stopped' }
)

export interface ResultsStore extends Readable<ResultsState> {
  readonly ask: (ask: Exclude<Ask, { kind: 'open' }>) => void
  /** Ends the counting; what is in chunks by then need not be read again. */
  readonly stop: () => void
}

/** The results of a survey, counted in a worker and kept up to date while somebody listens. */
export const resultsStore = (database: string, of: ResultsOf): ResultsStore => {
  const store = valueStore<ResultsState>({ kind: 'counting', done: 0, of: 0, frozen: '' })
  let worker: Worker | null = null
  let listening = 0
  let asked: Ask | null = null

  const hear = (told: Told): void => {
    const before = store.get()
    const { frozen } = before
    if (told.kind === 'frozen') {
      const said = told.kept.ok ? 'Frozen. The tables are kept on this device as they are now.' : told.kept.reason
      store.set({ ...before, frozen: said })
    } else if (told.kind !== 'progress') store.set({ ...told, frozen })
    else if (before.kind === 'counting') store.set({ kind: 'counting', done: told.done, of: told.of, frozen })
  }

  const start = (): Worker => {
    const started = new Worker(new URL('results-worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))
    started.addEventListener('error', (event) => {
      event.preventDefault()
      hear({ kind: 'refused', reason: 'The returns could not be counted. Reload the page.' })
    })
    started.postMessage({ kind: 'open', database, of } satisfies Ask, [])
    if (asked !== null) started.postMessage(asked, [])
    return started
  }

  const end = (): void => {
    worker?.terminate()
    worker = null
  }

  return {
    get: store.get,
    subscribe: (listener) => {
      const leave = store.subscribe(listener)
      listening += 1
      worker ??= start()
      return () => {
        leave()
        listening -= 1
        if (listening === 0) end()
      }
    },
    ask: (ask) => {
      if (ask.kind === 'show') asked = ask
      worker?.postMessage(ask, [])
    },
    stop: () => {
      end()
      store.set({ kind: 'stopped', frozen: '' })
    },
  }
}
