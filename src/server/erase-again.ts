import type { LedgerLine } from './erasure-ledger.ts'
import type { Store } from './store.ts'

/** Lines that are looked at, and responses that are taken out, at once. */
const atOnce = 500

/** Takes out again what a ledger says was taken out and a database that was restored does not know of; how many that were. */
export const eraseAgain = async (store: Store, ledger: readonly LedgerLine[]): Promise<number> => {
  const lines = [...new Map(ledger.map((line) => [line.response, line])).values()]
  let erased = 0
  for (let at = 0; at < lines.length; at += atOnce) {
    const some = lines.slice(at, at + atOnce)
    const known = await store.erasedAmong(some.map(({ response }) => response))
    const fresh = some.filter(({ response }) => !known.has(response))
    for (const [device, own] of Map.groupBy(fresh, (line) => line.device)) {
      const erasures = own.map(({ response, survey, at: asked, reason }) => ({ response, survey, at: asked, reason }))
      await store.erase({ device, erasures })
      erased += own.length
    }
  }
  return erased
}
