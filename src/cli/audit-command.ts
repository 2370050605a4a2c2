import { openData } from './open-data.ts'
import { serveSettings } from './serve-settings.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma audit verify`: whether each row of the log follows from the one before. */
export const auditCommand = async ([what, ...more]: readonly string[]): Promise<Told> => {
  if (what !== 'verify' || more.length > 0) return misused('audit takes one word: verify.')
  const read = serveSettings([], process.env)
  if (!read.ok) return failed(read.reason)
  const opened = await openData(read.settings)
  if (!opened.ok) return failed(opened.reason)
  try {
    const verified = await opened.store.access.verifyAudit()
    return verified.ok
      ? { ok: true, text: `${verified.rows} rows, each following from the one before. The last is ${verified.head}\n` }
      : failed(`Row ${verified.seq} of the log is wrong: ${verified.reason}.`)
  } finally {
    await opened.store.close()
  }
}
