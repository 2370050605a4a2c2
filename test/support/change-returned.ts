import type { Page } from 'playwright-core'

/** Changes the answers of every return that lies in the tab's database behind the app's back, as a fault might. */
export const changeReturnedAnswers = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('proforma')
        opening.addEventListener('error', () => reject(new Error('The database does not open')))
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('returns', 'readwrite')
          const each = change.objectStore('returns').openCursor()
          each.addEventListener('success', () => {
            const kept = each.result?.value
            if (kept === undefined) return
            each.result?.update({ ...kept, revision: { ...kept.revision, answers: { changed: 'yes' } } })
            each.result?.continue()
          })
          change.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
  )
