import { liveQuery, type Subscription } from 'dexie'
import { type Readable, valueStore } from './value-store.ts'

/**
 * What a read of the database gives, kept up to date while somebody listens: also when another tab wrote. Null until
 * the first read has ended; a read that fails leaves the value as it was.
 *
 * @example const drafts = watchQuery(() => listDrafts(database))
 */
export const watchQuery = <Value>(read: () => Promise<Value>): Readable<Value | null> => {
  const store = valueStore<Value | null>(null)
  let listening = 0
  let subscription: Subscription | null = null
  return {
    get: store.get,
    subscribe: (listener) => {
      const leave = store.subscribe(listener)
      listening += 1
      subscription ??= liveQuery(read).subscribe(store.set, () => undefined)
      let left = false
      return () => {
        if (left) return
        left = true
        leave()
        listening -= 1
        if (listening > 0) return
        subscription?.unsubscribe()
        subscription = null
      }
    },
  }
}
