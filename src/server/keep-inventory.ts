import type { Kysely } from 'kysely'
import type { Inventory } from '../protocol/messages.ts'
import { asideOf, rejectedOf } from './keep-aside.ts'
import type { DeviceReport, Held } from './store.ts'
import type { Tables } from './tables.ts'

/** How many numbers are named: more would be no list that anybody reads. */
const mostNamed = 100

/** Keeps what a device says of itself, over what it said before, and says what there is of it here. */
export const keepInventory = async (
  db: Kysely<Tables>,
  { device, sequence, wiped }: Inventory,
  at: string,
): Promise<Held> => {
  const report = {
    sequence,
    reported_at: at,
    wiped_at: wiped?.at ?? null,
    wiped_returns: wiped?.returns ?? null,
    wiped_drafts: wiped?.drafts ?? null,
  }
  await db
    .insertInto('device_report')
    .values({ device, ...report })
    .onConflict((conflict) => conflict.column('device').doUpdateSet(report))
    .execute()
  const stored = await db.selectFrom('revision').select('device_sequence').where('device', '=', device).execute()
  const erased = await db.selectFrom('erased_revision').select('device_sequence').where('device', '=', device).execute()
  const rejected = await rejectedOf(db, device)
  const held = compare(
    [...stored, ...erased].map((row) => row.device_sequence),
    sequence,
  )
  const aside = await asideOf(db, device)
  return { ...held, ...(rejected.length === 0 ? {} : { rejected }), ...(aside === null ? {} : { aside }) }
}

const compare = (numbers: readonly number[], sequence: number): Held => {
  const held = new Set(numbers)
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0)
  const missing: number[] = []
  const last = Math.max(highest, sequence)
  // A device may say any number: what is not here ends the search once a hundred are named.
  for (let number = 1; number <= last && missing.length < mostNamed; number += 1)
    if (!held.has(number)) missing.push(number)
  return { highest, count: held.size, missing }
}

export const readReports = async (db: Kysely<Tables>): Promise<readonly DeviceReport[]> => {
  const rows = await db.selectFrom('device_report').selectAll().orderBy('device').execute()
  return rows.map(({ device, sequence, reported_at: reportedAt, wiped_at: at, wiped_returns, wiped_drafts }) => ({
    device,
    sequence,
    reportedAt,
    wiped: at === null ? null : { at, returns: wiped_returns ?? 0, drafts: wiped_drafts ?? 0 },
  }))
}
