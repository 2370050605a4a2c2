import { open, readFile } from 'node:fs/promises'
import { type Erasure, erasureReasons } from '../response/erasure.ts'
import type { DeviceId } from '../response/revision.ts'

/** An erasure, and the device it was asked for on. */
export interface LedgerLine extends Erasure {
  readonly device: DeviceId
}

/**
 * Writes down beside the database what is about to be taken out, and sees it on the disk: whoever restores an older backup
 * takes it out again. It names responses and holds nothing of their answers.
 */
export const noteInLedger = async (file: string, lines: readonly LedgerLine[]): Promise<void> => {
  const ledger = await open(file, 'a', 0o600)
  try {
    await ledger.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await ledger.sync()
  } finally {
    await ledger.close()
  }
}

/** What stands in a ledger, empty where there is none. A last line that a crash cut in half was never acted on. */
export const readLedger = async (file: string): Promise<readonly LedgerLine[]> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const read = readLine(line)
    return read === null ? [] : [read]
  })
}

const readLine = (line: string): LedgerLine | null => {
  try {
    const { response, survey, at, reason, device } = JSON.parse(line) as LedgerLine
    const isWhole = [response, survey, at, device].every((one) => typeof one === 'string')
    return isWhole && erasureReasons.includes(reason) ? { response, survey, at, reason, device } : null
  } catch {
    return null
  }
}
