/** A value that changes, for a page to show: React's useSyncExternalStore takes both members as they are. */
export interface Readable<Value> {
  readonly get: () => Value
  /** Calls `listener` after each change until the function it returns is called. */
  readonly subscribe: (listener: () => void) => () => void
}

export interface ValueStore<Value> extends Readable<Value> {
  readonly set: (value: Value) => void
}

export const valueStore = <Value>(initial: Value): ValueStore<Value> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
