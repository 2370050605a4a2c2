import { baseOf, type Ledger, type LedgerBase } from '../population/ledger.ts'
import { isJsonObject, isList, parseJson } from '../survey/json.ts'
import { readText } from './read-text.ts'
import { failed, type Told } from './told.ts'

type ReadLedgerFile = { readonly ok: true; readonly base: LedgerBase } | (Told & { readonly ok: false })

/** Reads the ledger that the Returns page saves for the command line, and what it says of the base of tables. */
export const readLedgerFile = async (path: string): Promise<ReadLedgerFile> => {
  const text = await readText(path)
  if (!text.ok) return failed(text.reason)
  const parsed = parseJson(text.text)
  if (!parsed.ok) return failed(`${path}: ${parsed.reason}.`)
  const { value } = parsed
  const isLedger =
    isJsonObject(value) &&
    isList(value['recipients']) &&
    value['recipients'].every((one) => isJsonObject(one) && isList(one['events']) && isList(one['returns']))
  if (!isLedger) return failed(`${path}: this is not a ledger of who was asked.`)
  return { ok: true, base: baseOf(value as unknown as Ledger) }
}
