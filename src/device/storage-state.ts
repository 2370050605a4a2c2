/** Whether what is kept here is safe from the browser's own tidying, and how much room there is. */
export interface StorageState {
  /** True when the browser has promised not to clear it by itself. Null where it does not say. */
  readonly persisted: boolean | null
  /** Bytes in use and bytes there may be; null where the browser does not say. */
  readonly used: number | null
  readonly quota: number | null
}

type Storage = Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>

/** Reads it from `navigator.storage`, which is missing in old browsers and on pages without https. */
export const readStorageState = async (storage: Storage | undefined): Promise<StorageState> => {
  if (storage === undefined) return { persisted: null, used: null, quota: null }
  const [persisted, estimate] = await Promise.allSettled([storage.persisted(), storage.estimate()])
  return {
    persisted: persisted.status === 'fulfilled' ? persisted.value : null,
    used: (estimate.status === 'fulfilled' ? estimate.value.usage : null) ?? null,
    quota: (estimate.status === 'fulfilled' ? estimate.value.quota : null) ?? null,
  }
}

/** Asks the browser for its promise, then reads how things stand. Some browsers ask the person in turn. */
export const askToPersist = async (storage: Storage | undefined): Promise<StorageState> => {
  await storage?.persist().catch(() => false)
  return readStorageState(storage)
}
