import { takeFile } from '../server/take-file.ts'
import { openData } from './open-data.ts'
import { readText } from './read-text.ts'
import { serveSettings } from './serve-settings.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma take FILE`: what a tablet saved as a file goes into the server's database, as if it had been sent. */
export const takeCommand = async ([path, ...more]: readonly string[]): Promise<Told> => {
  if (path === undefined || more.length > 0) return misused('take needs one file: what a tablet has saved.')
  const text = await readText(path)
  if (!text.ok) return failed(text.reason)
  const read = serveSettings([], process.env)
  if (!read.ok) return failed(read.reason)
  const opened = await openData(read.settings)
  if (!opened.ok) return failed(opened.reason)
  try {
    const taken = await takeFile(opened.store, text.text)
    if (!taken.ok) return failed(`${path}: ${taken.reason}`)
    const { versions, stored, known, aside, photos, drafts, faults } = taken
    const lines = [
      `${path}: versions new: ${versions}. Returns new: ${stored}, here already: ${known}, kept aside: ${aside}. Photos: ${photos}.`,
      ...(drafts === 0
        ? []
        : [`Forms that were begun and not sent: ${drafts}. They stay in the file: only a tablet can go on with them.`]),
      ...faults,
    ]
    return { ok: true, text: lines.map((line) => `${line}\n`).join('') }
  } finally {
    await opened.store.close()
  }
}
