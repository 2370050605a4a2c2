import type { Page } from 'playwright-core'

/** What the app's database holds, read behind its back. */
export interface KeptInProfile {
  readonly meta: readonly {
    readonly device: string
    readonly sequence: number
    readonly putBack?: { readonly wiped: boolean; readonly returns: number; readonly drafts: number }
  }[]
  readonly returns: readonly {
    readonly revision: { readonly id: string; readonly deviceSequence: number; readonly sha256: string }
  }[]
  readonly outbox: readonly { readonly id: string }[]
  readonly drafts: readonly {
    readonly draft: { readonly response: string; readonly answers: { readonly [question: string]: unknown } }
  }[]
}

export const keptInProfile = (page: Page): Promise<KeptInProfile> =>
  page.evaluate(
    () =>
      new Promise<KeptInProfile>((resolve, reject) => {
        const opening = indexedDB.open('proforma')
        opening.addEventListener('error', () => reject(new Error('The database does not open')))
        opening.addEventListener('success', () => {
          const names = ['meta', 'returns', 'outbox', 'drafts']
          const read = opening.result.transaction(names)
          const all = names.map((name) => [name, read.objectStore(name).getAll()] as const)
          read.addEventListener('complete', () => {
            opening.result.close()
            resolve(Object.fromEntries(all.map(([name, { result }]) => [name, result])) as unknown as KeptInProfile)
          })
        })
      }),
  )
