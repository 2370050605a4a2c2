import { useEffect, useMemo, useState } from 'react'
import { useDevice } from '../app/device-context.ts'
import { useReadable } from '../app/use-readable.ts'
import type { ResultsOf } from './load-returns.ts'
import { type ResultsState, resultsStore } from './results-store.ts'

interface Results {
  readonly state: ResultsState
  readonly stop: () => void
  readonly again: () => void
  readonly freeze: () => void
}

/** The results of a survey as chosen, kept up to date. `choices` as an address has them. */
export const useResults = (of: ResultsOf, choices: string): Results => {
  const { database, clock, newId } = useDevice()
  const first = useMemo(() => resultsStore(database.name, of), [database, of])
  const [later, setLater] = useState<{ readonly of: ResultsOf; readonly store: typeof first } | null>(null)
  const store = later?.of === of ? later.store : first
  const state = useReadable(store)
  useEffect(() => store.ask({ kind: 'show', choices }), [store, choices])
  return {
    state,
    stop: store.stop,
    again: () => setLater({ of, store: resultsStore(database.name, of) }),
    freeze: () => store.ask({ kind: 'freeze', choices, id: newId(), at: clock() }),
  }
}
